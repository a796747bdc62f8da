using System.Text;

namespace Analytics.Tests.Sources;

/// <summary>A file that no honest program makes, or hardly any, and what must become of it.</summary>
/// <param name="FileName">The name it comes under.</param>
/// <param name="Make">Makes the content; called once.</param>
/// <param name="IsRead">Whether it is merely odd and is read.</param>
/// <param name="IsEndless">Whether nothing but the worker's own limits of time and memory ends it.</param>
/// <param name="Words">What the refusal says of it, or stands in the reading.</param>
internal sealed record HostileFile(
    string FileName,
    Func<byte[]> Make,
    bool IsRead,
    bool IsEndless,
    params string[] Words
)
{
    /// <summary>A file that must be refused in words that hold all of <paramref name="words"/>.</summary>
    public static HostileFile Refused(string fileName, Func<byte[]> make, params string[] words) =>
        new(fileName, make, IsRead: false, IsEndless: false, words);

    /// <summary>A file that would go on without end, or nearly; which limit it meets first depends on the machine.</summary>
    public static HostileFile Ended(string fileName, Func<byte[]> make) =>
        new(fileName, make, IsRead: false, IsEndless: true);

    /// <summary>A file that is odd but means no harm: read, with these lines or cells in it.</summary>
    public static HostileFile Read(string fileName, Func<byte[]> make, params string[] words) =>
        new(fileName, make, IsRead: true, IsEndless: false, words);

    /// <summary>Bytes of a text in UTF-8.</summary>
    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>A text again and again.</summary>
    public static string Times(int count, string text) =>
        new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    /// <summary>The same bytes again and again, to a stream.</summary>
    public static void Fill(Stream to, int times, string text)
    {
        var block = Utf8(Times(Math.Max(1, 65536 / text.Length), text));
        var all = (long)times * text.Length;
        for (; all > block.Length; all -= block.Length)
        {
            to.Write(block);
        }

        to.Write(block.AsSpan(0, (int)all));
    }
}
