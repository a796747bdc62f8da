namespace Analytics.Charts;

/// <summary>The folders in which the platform keeps fonts. Found without fontconfig, which many servers lack.</summary>
internal static class FontFolders
{
    public static IReadOnlyList<string> OfThisPlatform() =>
        OperatingSystem.IsWindows() ? Windows()
        : OperatingSystem.IsMacOS() ? MacOS()
        : Unix();

    private static string[] Windows() =>
        [
            Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
            // Fonts a user installed for himself alone.
            Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData),
                "Microsoft",
                "Windows",
                "Fonts"
            ),
        ];

    private static string[] MacOS() =>
        [
            "/System/Library/Fonts",
            "/Library/Fonts",
            Path.Combine(Home, "Library", "Fonts"),
            // PingFang is delivered as an asset on newer systems.
            "/System/Library/AssetsV2",
        ];

    private static string[] Unix()
    {
        var data = (Environment.GetEnvironmentVariable("XDG_DATA_DIRS") ?? "/usr/local/share:/usr/share")
            .Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, "fonts"));
        List<string> folders =
        [
            "/usr/share/fonts",
            "/usr/local/share/fonts",
            .. data,
            Path.Combine(Home, ".local", "share", "fonts"),
            Path.Combine(Home, ".fonts"),
        ];
        return [.. folders.Distinct(StringComparer.Ordinal)];
    }

    private static string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
}
