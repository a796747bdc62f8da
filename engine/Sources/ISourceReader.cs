using Analytics.Domain;

namespace Analytics.Sources;

/// <summary>Reads a file of any kind the office receives: in this process, or in a child process that may be killed.</summary>
public interface ISourceReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="fileName">The name it came under; the extension and the content together say what it is.</param>
    /// <param name="bytes">The content.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns>A <see cref="SourceText"/> or a <see cref="SourceTable"/>, with personal data (身份证号、手机号、银行卡号) masked.</returns>
    /// <exception cref="NoticeFormatException">The file cannot be read; the Chinese message names it, what was found and the cure.</exception>
    SourceFile Read(string fileName, ReadOnlyMemory<byte> bytes, CancellationToken cancel = default);
}
