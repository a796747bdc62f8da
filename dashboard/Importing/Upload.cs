namespace Analytics.Dashboard.Importing;

/// <summary>The files of a multipart form.</summary>
internal static class Upload
{
    /// <summary>The endings of files that are read, as a form asks for them.</summary>
    public const string Accepted = ".docx,.pdf,.ofd,.html,.htm,.txt,.md,.xlsx,.xls,.csv";

    /// <summary>Takes them into memory; the server's limit on a request bounds them together.</summary>
    public static async Task<IReadOnlyList<(string Name, ReadOnlyMemory<byte> Bytes)>> ReadAsync(
        IEnumerable<IFormFile> files,
        CancellationToken cancel
    )
    {
        var read = new List<(string, ReadOnlyMemory<byte>)>();
        foreach (var file in files)
        {
            using var buffer = new MemoryStream();
            await file.CopyToAsync(buffer, cancel);
            read.Add((NameOf(file), buffer.ToArray()));
        }

        return read;
    }

    /// <summary>The file's own name, without a folder.</summary>
    public static string NameOf(IFormFile file) => Path.GetFileName(Uri.UnescapeDataString(file.FileName));
}
