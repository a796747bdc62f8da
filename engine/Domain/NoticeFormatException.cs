namespace Analytics.Domain;

/// <summary>The file is at fault: it is no notice, cannot be read, or names what is not known. The message is for the clerk, in Chinese, with place and cure.</summary>
public sealed class NoticeFormatException : Exception
{
    /// <summary>A fault without a cause of its own.</summary>
    /// <param name="message">Value, place, expectation and cure, in Chinese.</param>
    public NoticeFormatException(string message)
        : base(message) { }

    /// <summary>A fault found by another exception.</summary>
    /// <param name="message">Value, place, expectation and cure, in Chinese.</param>
    /// <param name="innerException">What was caught.</param>
    public NoticeFormatException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>A fault whose text is missing.</summary>
    public NoticeFormatException()
        : base("文件无法读取。") { }
}
