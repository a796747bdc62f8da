using SkiaSharp;

namespace Analytics.Charts;

/// <summary>The faces of one font file (TTF, OTF or a TTC collection), checked before Skia sees them.</summary>
internal sealed class FontFile
{
    private const int LargestFile = 128 * 1024 * 1024;
    private readonly IReadOnlyList<SKTypeface> _faces;

    private FontFile(IReadOnlyList<SKTypeface> faces) => _faces = faces;

    /// <summary>Opens a font file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="skipped">Gets the reason when the file cannot be used.</param>
    /// <returns>Null when it cannot be used; never throws for a missing, locked or broken file.</returns>
    public static FontFile? Open(string path, ICollection<SkippedFont> skipped)
    {
        try
        {
            var length = new FileInfo(path).Length;
            if (length > LargestFile)
            {
                skipped.Add(new(path, "文件过大"));
                return null;
            }

            var bytes = File.ReadAllBytes(path);
            var faces = FontTables.LevelHeights(bytes) is { } count ? Faces(bytes, count) : [];
            if (faces.Count > 0)
            {
                return new(faces);
            }

            skipped.Add(new(path, "不是完好的字体文件"));
        }
        catch (FileNotFoundException)
        {
            skipped.Add(new(path, "文件不存在"));
        }
        catch (Exception fault)
            when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            skipped.Add(new(path, "文件不能读取：" + fault.Message));
        }

        return null;
    }

    /// <summary>The first face with all our glyphs, those for simplified Chinese before others; else the reason.</summary>
    public (SKTypeface? Face, string Reason) Proven()
    {
        var reason = "";
        // A pan-Chinese collection holds the same characters in Japanese shapes first.
        foreach (var face in _faces.OrderBy(face => IsSimplified(face.FamilyName) ? 0 : 1).ThenBy(WeightDistance))
        {
            if (FontProof.FaultOf(face) is not { } fault)
            {
                return (face, "");
            }

            reason = reason.Length == 0 ? fault : reason;
        }

        return (null, reason);
    }

    /// <summary>The bold face that belongs to a regular one and passes the same proof; null when this file has none.</summary>
    public SKTypeface? BoldOf(SKTypeface regular) =>
        _faces
            .Where(face => face != regular && face.FontWeight >= (int)SKFontStyleWeight.SemiBold)
            .OrderBy(face => face.FamilyName == regular.FamilyName ? 0 : 1)
            .ThenBy(face => Math.Abs(face.FontWeight - (int)SKFontStyleWeight.Bold))
            .FirstOrDefault(face => FontProof.FaultOf(face) is null);

    private static List<SKTypeface> Faces(byte[] bytes, int count)
    {
        using var data = SKData.CreateCopy(bytes);
        return [.. Enumerable.Range(0, count).Select(index => SKTypeface.FromData(data, index)).OfType<SKTypeface>()];
    }

    private static bool IsSimplified(string family) =>
        family.EndsWith(" SC", StringComparison.Ordinal) || family.EndsWith(" CN", StringComparison.Ordinal);

    private static int WeightDistance(SKTypeface face) => Math.Abs(face.FontWeight - (int)SKFontStyleWeight.Normal);
}
