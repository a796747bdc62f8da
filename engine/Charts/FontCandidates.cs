namespace Analytics.Charts;

/// <summary>The font files to try, best first. Nothing is opened here.</summary>
internal static class FontCandidates
{
    /// <summary>File names of well-known Chinese fonts with the file of their bold weight, best first.</summary>
    private static readonly (string Regular, string? Bold)[] s_known =
    [
        ("NotoSansSC-Regular", "NotoSansSC-Bold"),
        ("NotoSansCJKsc-Regular", "NotoSansCJKsc-Bold"),
        ("NotoSansCJK-Regular", "NotoSansCJK-Bold"),
        ("SourceHanSansSC-Regular", "SourceHanSansSC-Bold"),
        ("SourceHanSansCN-Regular", "SourceHanSansCN-Bold"),
        ("SourceHanSans-Regular", "SourceHanSans-Bold"),
        ("SourceHanSans", null),
        ("HarmonyOS_Sans_SC_Regular", "HarmonyOS_Sans_SC_Bold"),
        ("msyh", "msyhbd"),
        ("PingFang", null),
        ("Hiragino Sans GB", null),
        ("STHeiti Light", "STHeiti Medium"),
        ("Deng", "Dengb"),
        ("wqy-microhei", null),
        ("wqy-zenhei", null),
        ("simhei", null),
        ("simsun", "simsunb"),
        ("NotoSerifCJK-Regular", "NotoSerifCJK-Bold"),
        ("Songti", null),
        ("uming", null),
        ("DroidSansFallbackFull", null),
        ("DroidSansFallback", null),
    ];

    /// <summary>A font with thousands of Chinese characters is larger than this; smaller files need not be opened.</summary>
    private const long SmallestChineseFont = 900_000;

    /// <summary>So many unknown files are tried before the search gives up.</summary>
    private const int UnknownFiles = 300;

    public static IEnumerable<FontCandidate> Of(FontOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.File))
        {
            var files = options.File.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
            yield return new(files[0].Trim(), files.Length > 1 ? files[1].Trim() : Sibling(files[0].Trim()));
        }

        foreach (var folder in new[] { [options.BundledFolder], options.SystemFolders })
        {
            var files = folder.SelectMany(FontFiles).ToList();
            var known = Known(files).ToList();
            foreach (var candidate in known)
            {
                yield return candidate;
            }

            var tried = known
                .SelectMany(candidate => new[] { candidate.Regular, candidate.Bold })
                .ToHashSet(StringComparer.Ordinal);
            foreach (var file in files.Where(file => !tried.Contains(file) && IsLarge(file)).Take(UnknownFiles))
            {
                yield return new(file, Sibling(file));
            }
        }
    }

    private static IEnumerable<FontCandidate> Known(IReadOnlyList<string> files)
    {
        var byName = files.ToLookup(
            file => Path.GetFileNameWithoutExtension(file) ?? "",
            StringComparer.OrdinalIgnoreCase
        );
        return s_known.SelectMany(names =>
            byName[names.Regular]
                .Select(file => new FontCandidate(
                    file,
                    names.Bold is null ? null : byName[names.Bold].FirstOrDefault()
                ))
        );
    }

    private static IEnumerable<string> FontFiles(string folder)
    {
        var everything = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = 6,
            IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.None,
        };
        return Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, "*", everything)
                .Where(file => Path.GetExtension(file).ToUpperInvariant() is ".TTF" or ".TTC" or ".OTF" or ".OTC")
                // The same machine must choose the same font each time.
                .Order(StringComparer.Ordinal)
            : [];
    }

    /// <summary>The bold file beside a regular one, by its name: X-Regular.ttf → X-Bold.ttf.</summary>
    private static string? Sibling(string file)
    {
        var bold = Path.Combine(
            Path.GetDirectoryName(file) ?? "",
            Path.GetFileName(file).Replace("Regular", "Bold", StringComparison.Ordinal)
        );
        return bold != file && File.Exists(bold) ? bold : null;
    }

    private static bool IsLarge(string file)
    {
        try
        {
            return new FileInfo(file).Length >= SmallestChineseFont;
        }
        catch (IOException)
        {
            return false;
        }
    }
}

/// <summary>A font file worth trying.</summary>
/// <param name="Regular">The file of the regular weight.</param>
/// <param name="Bold">The file of the bold weight; null to look for a bold face in the same file.</param>
internal sealed record FontCandidate(string Regular, string? Bold);
