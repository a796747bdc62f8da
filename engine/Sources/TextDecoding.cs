using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Analytics.Sources;

/// <summary>Bytes to text without guessing: a mark, NUL bytes, strict UTF-8, strict GB18030, or a refusal.</summary>
/// <remarks>Statistical detection took short GB18030 texts for windows-1252; strict decoding in this order never did.</remarks>
internal static class TextDecoding
{
    private static readonly UTF8Encoding s_utf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    private static readonly SearchValues<byte> s_controls = SearchValues.Create([
        .. Enumerable.Range(0, ' ').Select(c => (byte)c).Except("\t\n\r\f\v"u8.ToArray()),
    ]);

    private const int FewestLetters = 10;

    static TextDecoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text and the name of its encoding; null when the bytes are no text.</summary>
    public static (string Text, string Encoding)? Decode(ReadOnlySpan<byte> bytes) =>
        Recognise(bytes) is { } found ? (found.Encoding.GetString(bytes[found.MarkLength..]), found.Name) : null;

    /// <summary>The encoding, its name and the length of the byte order mark; null when the bytes are no text.</summary>
    /// <remarks>Decodes in pieces, so that a table of a million rows is not held as one string.</remarks>
    public static (Encoding Encoding, string Name, int MarkLength)? Recognise(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
        {
            return StrictUtf8(bytes, 3);
        }

        if (bytes is [0xFF, 0xFE, ..])
        {
            return Strict(Utf16(bigEndian: false), bytes, 2, "UTF-16LE");
        }

        if (bytes is [0xFE, 0xFF, ..])
        {
            return Strict(Utf16(bigEndian: true), bytes, 2, "UTF-16BE");
        }

        // Any two bytes make a UTF-16 character, so without a mark the characters must look like ours.
        if (bytes.Contains((byte)0))
        {
            return Strict(Utf16(bigEndian: false), bytes, 0, "UTF-16LE", usualOnly: true)
                ?? Strict(Utf16(bigEndian: true), bytes, 0, "UTF-16BE", usualOnly: true);
        }

        return StrictUtf8(bytes, 0) ?? (IsUsualChinese(bytes) ? Strict(Gb18030(), bytes, 0, "GB18030") : null);
    }

    /// <summary>The text by the encoding that the file itself names (网页的 charset); null when the bytes do not fit it or its name is not known.</summary>
    public static (string Text, string Encoding)? DecodeAs(ReadOnlySpan<byte> bytes, string label)
    {
        try
        {
            var encoding = Encoding.GetEncoding(
                label,
                EncoderFallback.ExceptionFallback,
                DecoderFallback.ExceptionFallback
            );
            return Strict(encoding, bytes, 0, encoding.WebName.ToUpperInvariant()) is { } found
                ? (found.Encoding.GetString(bytes), found.Name)
                : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // Without decoding: a large table is decoded once, when it is read.
    private static (Encoding Encoding, string Name, int MarkLength)? StrictUtf8(
        ReadOnlySpan<byte> bytes,
        int markLength
    )
    {
        var rest = bytes[markLength..];
        return Utf8.IsValid(rest) && IsText(Controls(rest), s_utf8.GetCharCount(rest))
            ? (s_utf8, "UTF-8", markLength)
            : null;
    }

    private static long Controls(ReadOnlySpan<byte> utf8)
    {
        long controls = 0;
        for (var at = utf8.IndexOfAny(s_controls); at >= 0; at = utf8.IndexOfAny(s_controls))
        {
            controls++;
            utf8 = utf8[(at + 1)..];
        }

        return controls;
    }

    // Control characters do not occur in a text; pictures and archives are full of them.
    private static bool IsText(long controls, long length) => controls * 1000 <= length;

    private static UnicodeEncoding Utf16(bool bigEndian) =>
        new(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true);

    private static Encoding Gb18030() =>
        Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    private static (Encoding Encoding, string Name, int MarkLength)? Strict(
        Encoding encoding,
        ReadOnlySpan<byte> bytes,
        int markLength,
        string name,
        bool usualOnly = false
    )
    {
        var rest = bytes[markLength..];
        var decoder = encoding.GetDecoder();
        var buffer = new char[16384];
        long length = 0;
        long controls = 0;
        long usual = 0;
        try
        {
            for (var isDone = false; !isDone; )
            {
                decoder.Convert(rest, buffer, flush: true, out var taken, out var made, out isDone);
                rest = rest[taken..];
                length += made;
                foreach (var c in buffer.AsSpan(0, made))
                {
                    controls += c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\v') ? 1 : 0;
                    usual += usualOnly && IsUsual(c) ? 1 : 0;
                }
            }
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        return IsText(controls, length) && (!usualOnly || (length > 0 && usual * 10 >= length * 9))
            ? (encoding, name, markLength)
            : null;
    }

    // Nearly any bytes of Big5, Shift-JIS or Cyrillic make GB18030 too, of letters that nobody writes. Of a text of ours nine letters
    // in ten are marks (A1 to A3) or among the 3,755 most used (一级汉字, B0 to D7); a few letters alone tell nothing.
    private static bool IsUsualChinese(ReadOnlySpan<byte> bytes)
    {
        var (all, usual) = (0L, 0L);
        for (var i = 0; i + 1 < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
            {
                continue;
            }

            all++;
            usual += bytes[i] is (>= 0xA1 and <= 0xA3) or (>= 0xB0 and <= 0xD7) && bytes[i + 1] >= 0xA1 ? 1 : 0;
            i++;
        }

        return all < FewestLetters || usual * 10 >= all * 6;
    }

    private static bool IsUsual(char c) => c is '\t' or '\n' or '\r' or (>= ' ' and <= '~') || IsChinese(c);

    private static bool IsChinese(char c) =>
        c
            is (>= '\u4E00' and <= '\u9FFF')
                or (>= '\u3000' and <= '\u303F')
                or (>= '\uFF01' and <= '\uFF5E')
                or '“'
                or '”'
                or '‘'
                or '’'
                or '—'
                or '…'
                or '·';
}
