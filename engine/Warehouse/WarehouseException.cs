namespace Analytics.Warehouse;

/// <summary>The warehouse cannot do what the program asks of it: our fault or the disk's, not the input's.</summary>
public sealed class WarehouseException : Exception
{
    /// <summary>A fault without a cause of its own.</summary>
    /// <param name="message">SQL file, parameters and what happened.</param>
    public WarehouseException(string message)
        : base(message) { }

    /// <summary>A fault found by another exception.</summary>
    /// <param name="message">SQL file, parameters and what happened.</param>
    /// <param name="innerException">What was caught.</param>
    public WarehouseException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>A fault whose text is missing.</summary>
    public WarehouseException()
        : base("数据仓库出错。") { }
}

/// <summary>Another process works on the warehouse; the message says who, in Chinese.</summary>
public sealed class WarehouseBusyException : Exception
{
    /// <summary>The warehouse is held by somebody else.</summary>
    /// <param name="message">Who holds it and what to do, in Chinese.</param>
    public WarehouseBusyException(string message)
        : base(message) { }

    /// <summary>The warehouse is held by somebody else.</summary>
    /// <param name="message">Who holds it and what to do, in Chinese.</param>
    /// <param name="innerException">What was caught.</param>
    public WarehouseBusyException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>The warehouse is held by somebody unknown.</summary>
    public WarehouseBusyException()
        : base("数据仓库正被另一个程序使用。") { }
}
