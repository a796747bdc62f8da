namespace Analytics.Sources;

/// <summary>A file as text (来源文件): what the later stages read, without any idea of what it says.</summary>
/// <param name="FileName">The file's name without its folder, for messages.</param>
/// <param name="Bytes">The file as it is on the disk, for keeping.</param>
/// <param name="Sha256">The SHA-256 of the bytes, in lower-case hexadecimal; the same bytes are the same document.</param>
/// <param name="Text">The decoded text, without a byte order mark; line ends as in the file.</param>
/// <param name="Encoding">The encoding found: UTF-8, UTF-16LE, UTF-16BE or GB18030; for a document its kind (docx, pdf, …).</param>
public sealed record SourceText(
    string FileName,
    ReadOnlyMemory<byte> Bytes,
    string Sha256,
    string Text,
    string Encoding
) : SourceFile(FileName, Bytes, Sha256)
{
    /// <summary>The place in the document of each line of <see cref="Text"/> (第3段, 第2页, 表1第4行); null for plain text, where it is 第N行.</summary>
    public IReadOnlyList<string>? Locations { get; init; }
}
