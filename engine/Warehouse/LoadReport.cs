namespace Analytics.Warehouse;

/// <summary>What a load changed.</summary>
/// <param name="BatchId">The new batch; null when nothing changed or it was a trial run.</param>
/// <param name="IsDryRun">Whether it was a trial run (试运行), after which nothing is stored.</param>
/// <param name="Files">Each file and what became of it.</param>
public sealed record LoadReport(long? BatchId, bool IsDryRun, IReadOnlyList<LoadedFile> Files)
{
    /// <summary>Why rows or whole files are refused, over all files.</summary>
    public IReadOnlyList<LoadProblem> Problems { get; init; } = [];

    /// <summary>Whether a file is refused, so that nothing is loaded.</summary>
    public bool IsRefused => Files.Any(file => file.Status == LoadedFile.Refused);
}

/// <summary>What a load made of one file.</summary>
/// <param name="FileName">The file.</param>
/// <param name="Status">loaded, replaced (a newer copy of a document), or unchanged (the same bytes are loaded already), or refused.</param>
/// <param name="Quarters">The quarters it has facts of.</param>
/// <param name="FactCount">Facts in the file.</param>
/// <param name="Added">Facts that were not there.</param>
/// <param name="Removed">Facts that are no longer there.</param>
/// <param name="Changed">Facts whose figure is another now.</param>
/// <param name="DiscrepancyCount">What does not agree in the file.</param>
/// <param name="UnrecognisedCount">Clauses with a number that was not understood.</param>
/// <param name="EndedSamples">Quarters whose sample data gave way to this file.</param>
/// <param name="PreviousBatch">The batch with the same bytes, or with the copy that was replaced.</param>
public sealed record LoadedFile(
    string FileName,
    string Status,
    IReadOnlyList<string> Quarters,
    int FactCount,
    long Added,
    long Removed,
    long Changed,
    int DiscrepancyCount,
    int UnrecognisedCount,
    IReadOnlyList<string> EndedSamples,
    long? PreviousBatch
)
{
    /// <summary>A code of <see cref="LoadFile.Kind"/>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Rows of a table, refused ones included.</summary>
    public int RowCount { get; init; }

    /// <summary>Rows that are refused.</summary>
    public int RefusedCount { get; init; }

    /// <summary>Requests for disclosure (依申请公开).</summary>
    public int RequestCount { get; init; }

    /// <summary>Accounts with their units.</summary>
    public int AccountCount { get; init; }

    /// <summary>Other tables in force of the same kind and quarters: if this one corrects one of them, it must bear its name.</summary>
    public IReadOnlyList<string> Similar { get; init; } = [];

    /// <summary>The file cannot be loaded as it is.</summary>
    public const string Refused = "refused";

    /// <summary>The file's facts are new.</summary>
    public const string Loaded = "loaded";

    /// <summary>The file replaced an earlier copy of the same document.</summary>
    public const string Replaced = "replaced";

    /// <summary>The same bytes are in force already; nothing was done.</summary>
    public const string Unchanged = "unchanged";
}
