using System.Text;

namespace Analytics.Sources;

/// <summary>Bytes to text without guessing: a mark, NUL bytes, strict UTF-8, strict GB18030, or a refusal.</summary>
/// <remarks>Statistical detection took short GB18030 texts for windows-1252; strict decoding in this order never did.</remarks>
internal static class TextDecoding
{
    private static readonly UTF8Encoding s_utf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    static TextDecoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text and the name of its encoding; null when the bytes are no text.</summary>
    public static (string Text, string Encoding)? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
        {
            return Strict(s_utf8, bytes[3..], "UTF-8");
        }

        if (bytes is [0xFF, 0xFE, ..])
        {
            return Strict(Utf16(bigEndian: false), bytes[2..], "UTF-16LE");
        }

        if (bytes is [0xFE, 0xFF, ..])
        {
            return Strict(Utf16(bigEndian: true), bytes[2..], "UTF-16BE");
        }

        if (bytes.Contains((byte)0))
        {
            return Plausible(Strict(Utf16(bigEndian: false), bytes, "UTF-16LE"))
                ?? Plausible(Strict(Utf16(bigEndian: true), bytes, "UTF-16BE"));
        }

        return Strict(s_utf8, bytes, "UTF-8") ?? Strict(Gb18030(), bytes, "GB18030");
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
            return Strict(encoding, bytes, encoding.WebName.ToUpperInvariant());
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static UnicodeEncoding Utf16(bool bigEndian) =>
        new(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true);

    private static Encoding Gb18030() =>
        Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    private static (string Text, string Encoding)? Strict(Encoding encoding, ReadOnlySpan<byte> bytes, string name)
    {
        try
        {
            var text = encoding.GetString(bytes);
            return IsText(text) ? (text, name) : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // Control characters do not occur in a text; pictures and archives are full of them.
    private static bool IsText(string text)
    {
        var controls = text.Count(c => c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\v'));
        return controls * 1000L <= text.Length;
    }

    // Any two bytes make a UTF-16 character, so without a mark the characters must look like ours.
    private static (string Text, string Encoding)? Plausible((string Text, string Encoding)? decoded)
    {
        if (decoded is not { } found || found.Text.Length == 0)
        {
            return null;
        }

        var usual = found.Text.Count(c => c is '\t' or '\n' or '\r' or (>= ' ' and <= '~') || IsChinese(c));
        return usual * 10L >= found.Text.Length * 9L ? found : null;
    }

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
