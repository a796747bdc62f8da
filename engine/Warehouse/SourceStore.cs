namespace Analytics.Warehouse;

/// <summary>Every file ever loaded, as it came, by the hash of its content (来源文件).</summary>
/// <param name="warehouseDirectory">The warehouse's folder.</param>
public sealed class SourceStore(string warehouseDirectory)
{
    private readonly string _folder = Path.Combine(warehouseDirectory, "sources");

    /// <summary>The content of a file; null when it is not there.</summary>
    /// <param name="sha256">The hash of its content.</param>
    /// <param name="fileName">The name it was loaded under, whose ending is kept.</param>
    public byte[]? Find(string sha256, string fileName)
    {
        var path = PathOf(sha256, fileName);
        return File.Exists(path) ? File.ReadAllBytes(path) : null;
    }

    /// <summary>Keeps files; what is there already stays.</summary>
    internal void Keep(IReadOnlyList<LoadFile> files)
    {
        Directory.CreateDirectory(_folder);
        foreach (var file in files)
        {
            var path = PathOf(file.Sha256, file.FileName);
            if (!File.Exists(path))
            {
                File.WriteAllBytes(path + ".tmp", file.Bytes.ToArray());
                File.Move(path + ".tmp", path, overwrite: true);
            }
        }
    }

    private string PathOf(string sha256, string fileName) =>
        Path.Combine(_folder, sha256 + Path.GetExtension(fileName).ToLowerInvariant());
}
