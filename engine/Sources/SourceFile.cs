namespace Analytics.Sources;

/// <summary>A file on disk or in an upload, read but not understood (来源文件): a <see cref="SourceText"/> or a <see cref="SourceTable"/>.</summary>
/// <param name="FileName">The file's name without its folder, for messages.</param>
/// <param name="Bytes">The file as it is on the disk, for keeping.</param>
/// <param name="Sha256">The SHA-256 of the bytes, in lower-case hexadecimal; the same bytes are the same document.</param>
public abstract record SourceFile(string FileName, ReadOnlyMemory<byte> Bytes, string Sha256);
