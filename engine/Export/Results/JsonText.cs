using System.Buffers;
using System.Text;

namespace Analytics.Export;

/// <summary>Text as a JSON string: only what JSON forbids is escaped, Chinese stays as it is.</summary>
internal static class JsonText
{
    private static readonly SearchValues<byte> s_escaped = SearchValues.Create([
        .. Enumerable.Range(0, 0x20).Select(code => (byte)code),
        (byte)'"',
        (byte)'\\',
    ]);

    internal static void Write(ResultBuffer to, ReadOnlySpan<byte> utf8)
    {
        to.Add((byte)'"');
        while (utf8.IndexOfAny(s_escaped) is >= 0 and var at)
        {
            to.Add(utf8[..at]);
            WriteEscape(to, utf8[at]);
            utf8 = utf8[(at + 1)..];
        }

        to.Add(utf8);
        to.Add((byte)'"');
    }

    internal static void Write(ResultBuffer to, string text) => Write(to, Encoding.UTF8.GetBytes(text));

    private static void WriteEscape(ResultBuffer to, byte code)
    {
        switch (code)
        {
            case (byte)'"':
                to.Add("\\\""u8);
                break;
            case (byte)'\\':
                to.Add("\\\\"u8);
                break;
            case (byte)'\n':
                to.Add("\\n"u8);
                break;
            case (byte)'\r':
                to.Add("\\r"u8);
                break;
            case (byte)'\t':
                to.Add("\\t"u8);
                break;
            default:
                to.Add("\\u00"u8);
                to.Add((byte)('0' + (code >> 4)));
                to.Add("0123456789abcdef"u8[code & 15]);
                break;
        }
    }
}
