namespace Analytics.Tests.Browser;

/// <summary>The Chromium of the machine: the package of Debian, Chrome, or what CHROMIUM names. None is downloaded.</summary>
internal static class Chromium
{
    private static readonly string[] s_places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>Its path; null when there is none.</summary>
    public static string? Path { get; } = Find(Environment.GetEnvironmentVariable("CHROMIUM"), File.Exists);

    /// <summary>The one that is named, even if it is missing, so that a wrong name is noticed; else the first that exists.</summary>
    public static string? Find(string? named, Predicate<string> exists) =>
        string.IsNullOrEmpty(named) ? Array.Find(s_places, exists) : named;
}
