namespace Analytics.Dashboard.Cli;

/// <summary>What the user asked for cannot be done as asked; the message says why and what to do, in Chinese. Exit code 1.</summary>
public sealed class RefusedException : Exception
{
    /// <summary>A refusal.</summary>
    /// <param name="message">Value, expectation and cure, in Chinese.</param>
    public RefusedException(string message)
        : base(message) { }

    /// <summary>A refusal with its cause.</summary>
    /// <param name="message">Value, expectation and cure, in Chinese.</param>
    /// <param name="innerException">What was caught.</param>
    public RefusedException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>A refusal whose text is missing.</summary>
    public RefusedException()
        : base("无法完成。") { }
}
