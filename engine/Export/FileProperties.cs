namespace Analytics.Export;

/// <summary>What the file says about itself.</summary>
/// <param name="Title">标题 in the file's properties.</param>
/// <param name="CreatedUtc">创建时间, taken as UTC whatever its kind.</param>
public sealed record FileProperties(string Title, DateTime CreatedUtc)
{
    /// <summary>Words above every printed page, for example that it is a draft; by default none.</summary>
    public string? PageHeader { get; init; }
}
