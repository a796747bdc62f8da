namespace Analytics.Charts;

/// <summary>Where to look for a Chinese font (中文字体). By default: beside the program, then the system's font folders.</summary>
public sealed record FontOptions
{
    /// <summary>The environment variable that names a font file.</summary>
    public const string Variable = "ANALYTICS_FONT";

    /// <summary>A font file to try first (.ttf, .ttc, .otf), by default none; a bold file may follow after the path separator of the platform.</summary>
    public string? File { get; init; }

    /// <summary>The folder of the bundled font; by default <c>fonts/</c> beside the program.</summary>
    public string BundledFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "fonts");

    /// <summary>Folders searched with all folders below them; by default those of the platform.</summary>
    public IReadOnlyList<string> SystemFolders { get; init; } = FontFolders.OfThisPlatform();

    /// <summary>The defaults with <see cref="File"/> from the environment variable <see cref="Variable"/>.</summary>
    public static FontOptions FromEnvironment() => new() { File = Environment.GetEnvironmentVariable(Variable) };
}
