using Analytics.Ingest.Grammar;
using Analytics.Ingest.Reading;
using Analytics.Sources;

namespace Analytics.Ingest.Tables;

/// <summary>What a column may be, by its headings and by its first cells.</summary>
/// <param name="Role">A code of <see cref="ColumnRoles"/>.</param>
/// <param name="Detail">The target, the category, or the heading a total belongs to.</param>
/// <param name="Strength">How well the heading fits; the better of two columns of one role has it.</param>
internal readonly record struct ColumnGuess(string Role, string? Detail, int Strength)
{
    private static readonly ColumnGuess s_ignored = new(ColumnRoles.Ignored, null, 0);

    // What is left of 市级采用数量（条） when the role is taken away, and is no name of a level.
    private static readonly string[] s_noise =
    [
        "情况",
        "信息",
        "数量",
        "条数",
        "篇数",
        "个数",
        "总数",
        "合计",
        "总计",
        "小计",
        "其中：",
        "其中",
        "（条）",
        "（篇）",
        "（个）",
        "（%）",
        "%",
        "（）",
        "被",
        "由",
        "向",
        "数",
        "条",
        "篇",
        "量",
        "率",
        "/",
        "：",
    ];

    /// <summary>Guesses the roles of all columns.</summary>
    /// <param name="head">The headings.</param>
    /// <param name="samples">The first rows below.</param>
    public static ColumnGuess[] All(SheetHead head, IReadOnlyList<SourceRow> samples)
    {
        var guesses = new ColumnGuess[head.Parts.Count];
        for (var column = 0; column < guesses.Length; column++)
        {
            var sample = ColumnSample.Of(samples, column);
            guesses[column] = ByCells(ByHeading(head.Parts[column]), head.Parts[column], sample);
        }

        KeepTheBetter(guesses);
        return guesses;
    }

    private static ColumnGuess ByHeading(IReadOnlyList<string> parts)
    {
        if (parts.Count == 0 || ColumnWords.Match(parts[^1]) is not { } last)
        {
            return parts.Count > 1 ? Above(parts) ?? s_ignored : s_ignored;
        }

        // 数量 below 采用情况 is the number adopted; 合计 below 网站 the total of its columns.
        var isVague = last.Role is ColumnRoles.Count or ColumnRoles.Total or ColumnRoles.Level or ColumnRoles.Platform;
        return isVague && parts.Count > 1 && Above(parts) is { } above ? above : Of(last, parts);
    }

    private static ColumnGuess? Above(IReadOnlyList<string> parts)
    {
        for (var i = parts.Count - 2; i >= 0; i--)
        {
            if (
                ColumnWords.Match(parts[i]) is { } match
                && match.Role
                    is ColumnRoles.Submitted
                        or ColumnRoles.Adopted
                        or ColumnRoles.Pushed
                        or ColumnRoles.AdoptionRate
            )
            {
                return Of(match, parts);
            }
        }

        return null;
    }

    private static ColumnGuess Of(HeadingMatch match, IReadOnlyList<string> parts) =>
        match.Role switch
        {
            ColumnRoles.Submitted or ColumnRoles.Adopted or ColumnRoles.Pushed or ColumnRoles.AdoptionRate => new(
                match.Role,
                Target(parts, match),
                match.Strength
            ),
            ColumnRoles.Total => new(match.Role, parts.Count > 1 ? parts[0] : null, match.Strength),
            _ => new(match.Role, null, match.Strength),
        };

    private static ColumnGuess ByCells(ColumnGuess guess, IReadOnlyList<string> parts, ColumnSample sample)
    {
        if (parts.Count == 0)
        {
            return s_ignored;
        }

        var heading = parts[^1];
        if (heading is "类别" or "类型")
        {
            return new(
                sample.ArePlatforms ? ColumnRoles.Platform
                    : sample.AreChannels ? ColumnRoles.Channel
                    : ColumnRoles.Category,
                null,
                50
            );
        }

        return guess.Role switch
        {
            // 政府网站问题数 beside 政务新媒体问题数: one count each, told apart by channel or level.
            ColumnRoles.Count
            or ColumnRoles.Description
                when sample.AreNumbers && (Context.ChannelOf(heading) ?? Levels.In(heading)) is not null => Counted(
                heading
            ),
            ColumnRoles.Description when sample.AreNumbers && CellWords.Has(heading, "问题") => guess with
            {
                Role = ColumnRoles.Count,
            },
            ColumnRoles.Count when sample.AreWords => guess with { Role = ColumnRoles.Description, Strength = 10 },
            // A heading nobody knows over numbers: a kind of problem, where the sheet turns out to be a cross table.
            ColumnRoles.Ignored when sample.AreNumbers && guess.Strength == 0 => Counted(heading),
            // 链接错误, 栏目更新不及时, 微信公众号 over numbers count what they name.
            ColumnRoles.Description
            or ColumnRoles.Category
            or ColumnRoles.Column
            or ColumnRoles.Page
            or ColumnRoles.Account
            or ColumnRoles.Platform
            or ColumnRoles.Level
            or ColumnRoles.Channel when sample.AreNumbers => Counted(heading),
            _ => guess,
        };
    }

    // Two columns of one role: the better one has it, the other is shown as not used.
    private static void KeepTheBetter(ColumnGuess[] guesses)
    {
        for (var i = 0; i < guesses.Length; i++)
        {
            for (var j = 0; j < guesses.Length; j++)
            {
                var isRival =
                    i != j
                    && guesses[i].Role == guesses[j].Role
                    && guesses[i].Role is not (ColumnRoles.Ignored or ColumnRoles.CategoryCount)
                    && guesses[i].Detail == guesses[j].Detail;
                if (isRival && (guesses[i].Strength, -i).CompareTo((guesses[j].Strength, -j)) < 0)
                {
                    guesses[i] = s_ignored;
                    break;
                }
            }
        }
    }

    private static string? Target(IReadOnlyList<string> parts, HeadingMatch match)
    {
        var text = string.Join('/', parts).Replace(match.Words, "/", StringComparison.Ordinal);
        foreach (var word in (ReadOnlySpan<string>)["采用率", "采用", "采纳", "录用", "采发", "报送", "上报", "推送"])
        {
            text = text.Replace(word, "/", StringComparison.Ordinal);
        }

        return Stripped(text);
    }

    private static ColumnGuess Counted(string heading) => new(ColumnRoles.CategoryCount, CategoryOf(heading), 0);

    // 错别字数量（条） counts 错别字; 政府网站, 自治区检查问题数 and 抖音 are no kinds of problems.
    private static string? CategoryOf(string heading)
    {
        var text = Stripped(heading);
        if (text is null || Platforms.Whole(text) is not null)
        {
            return null;
        }

        var channels = Nouns.Channels(text);
        var isChannel = channels is [var only] && only.End - only.Start + 2 >= text.Length;
        var isAnyProblem =
            CellWords.Has(text, "问题", "检查", "发现", "通报")
            && (Context.ChannelOf(text) ?? Levels.In(text)) is not null;
        return isChannel || isAnyProblem ? null : text;
    }

    private static string? Stripped(string text)
    {
        for (var length = -1; length != text.Length; )
        {
            length = text.Length;
            foreach (var word in s_noise)
            {
                if (text.EndsWith(word, StringComparison.Ordinal))
                {
                    text = text[..^word.Length];
                }

                // 条, 数 and the like stand last; in front they begin another word.
                if (
                    (word.Length > 1 || word is "/" or "被" or "由" or "向")
                    && text.StartsWith(word, StringComparison.Ordinal)
                )
                {
                    text = text[word.Length..];
                }
            }
        }

        return text.Length == 0 ? null : text;
    }
}
