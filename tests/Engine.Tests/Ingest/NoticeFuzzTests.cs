using Analytics.Domain;
using CsCheck;

namespace Analytics.Tests.Ingest;

/// <summary>Mutilated notices are read, or refused as no notice; nothing else happens.</summary>
public sealed class NoticeFuzzTests
{
    private const int Mutations = 10_000;
    private const int LongestBase = 900;

    private static readonly OwnNotice[] s_bases = [.. OwnNotice.All.Where(own => own.Text.Length <= LongestBase)];
    private static readonly string[] s_pieces =
    [
        "（",
        "）",
        "“",
        "”",
        "0",
        "99999999999999999999",
        "1.2.3",
        "十万",
        "\0",
        "\uD83D",
        "\uDE00",
        "\n",
        "\t",
        " | ",
        "。",
        "；",
        "其中",
        "分别",
        "为",
        "各1条",
        "占5%",
        "第",
        "—",
        "成",
        "\u200B",
    ];

    private static readonly Gen<(int Kind, int At, int Length, int Piece)> s_edit = Gen.Select(
        Gen.Int[0, 5],
        Gen.Int[0, LongestBase],
        Gen.Int[1, 40],
        Gen.Int[0, s_pieces.Length - 1]
    );

    [Fact]
    public void Ten_thousand_mutilated_notices_are_read_or_refused()
    {
        var before = Environment.CpuUsage.TotalTime;

        Gen.Select(Gen.Int[0, s_bases.Length - 1], s_edit.Array[1, 6])
            .Sample(
                (index, edits) =>
                {
                    var text = edits.Aggregate(s_bases[index].Text, Edit);
                    try
                    {
                        Consistent(s_bases[index].Read(text));
                    }
                    catch (NoticeFormatException fault)
                    {
                        Assert.Contains(s_bases[index].Id, fault.Message, StringComparison.Ordinal);
                    }
                },
                iter: Mutations
            );

        var spent = Environment.CpuUsage.TotalTime - before;
        Assert.True(spent < TimeSpan.FromMinutes(6), $"{spent}");
    }

    private static string Edit(string text, (int Kind, int At, int Length, int Piece) edit)
    {
        var at = Math.Min(edit.At, text.Length);
        var length = Math.Min(edit.Length, text.Length - at);
        return edit.Kind switch
        {
            0 => text.Remove(at, Math.Min(length, 4)),
            1 => text.Insert(at, s_pieces[edit.Piece]),
            2 => text.Insert(at, text.Substring(at, length)),
            3 => length < 2 ? text : text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
            4 => Line(text, at),
            _ => edit.Length == 1 ? text[..at] : text.Remove(at, length),
        };
    }

    // A line stands twice.
    private static string Line(string text, int at)
    {
        var start = text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        var end = text.IndexOf('\n', start);
        end = end < 0 ? text.Length : end + 1;
        return text.Insert(start, text[start..end]);
    }

    private static void Consistent(Notice notice)
    {
        var last = 0;
        foreach (var fact in notice.Facts)
        {
            Assert.True(
                fact.Span.Start >= last && fact.Span.Start < fact.Span.End && fact.Span.End <= notice.Text.Length
            );
            Assert.NotNull(fact.Number);
            last = fact.Span.Start;
        }

        IEnumerable<Span> others =
        [
            .. notice.Checks.SelectMany(check => check.Spans),
            .. notice.Discrepancies.SelectMany(found => found.Spans),
            .. notice.Unrecognised.Select(found => found.Span),
        ];
        foreach (var span in others)
        {
            Assert.True(span.Start >= 0 && span.Start < span.End && span.End <= notice.Text.Length);
        }

        foreach (var index in notice.Breakdowns.SelectMany(split => split.Parts.Append(split.Total)))
        {
            Assert.InRange(index, 0, notice.Facts.Count - 1);
        }
    }
}
