namespace Analytics.Dashboard.Output;

/// <summary>One column of a resource: the same in CSV, JSON and on a terminal.</summary>
/// <param name="Name">The name in CSV and JSON, camelCase.</param>
/// <param name="Title">The Chinese head on a terminal.</param>
/// <param name="Value">The full value of a row.</param>
/// <param name="Shown">The value as people read it; null to show the full value.</param>
public sealed record Column<T>(string Name, string Title, Func<T, object?> Value, Func<T, string>? Shown = null);
