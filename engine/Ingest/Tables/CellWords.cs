using System.Buffers;
using Analytics.Domain;
using Analytics.Ingest.Grammar;
using Analytics.Ingest.Reading;
using Analytics.Ingest.Text;

namespace Analytics.Ingest.Tables;

/// <summary>Cells as words: what is not stated, names, channels, levels, periods, yes and no.</summary>
internal static class CellWords
{
    private static readonly SearchValues<char> s_marks = SearchValues.Create("-—－–/／\\…*");
    private static readonly string[] s_yes = ["是", "有", "√", "✓", "✔", "Y", "YES", "TRUE", "单否", "单项否决"];
    private static readonly string[] s_no =
    [
        "否",
        "无",
        "没有",
        "×",
        "✗",
        "N",
        "NO",
        "FALSE",
        "未发现",
        "无问题",
        "未单否",
    ];

    /// <summary>Whether a cell is empty or holds a sign for «not stated».</summary>
    public static bool IsNotStated(string cell)
    {
        if (cell.Length == 0)
        {
            return true;
        }

        if (cell.Length > 6)
        {
            return string.IsNullOrWhiteSpace(cell);
        }

        var text = cell.AsSpan().Trim();
        return text.IndexOfAnyExcept(s_marks) < 0
            || text is "无" or "空" or "不详" or "未统计" or "暂无" or "N/A" or "n/a" or "NULL";
    }

    /// <summary>A text in one line, without invisible marks; null when nothing is stated.</summary>
    /// <remarks>Line breaks inside Chinese are those of a narrow cell and fall away; elsewhere they become a space.</remarks>
    public static string? Text(string cell)
    {
        if (IsNotStated(cell))
        {
            return null;
        }

        var isPlain =
            (IsLetter(cell[0]) || !char.IsWhiteSpace(cell[0])) && (IsLetter(cell[^1]) || !char.IsWhiteSpace(cell[^1]));
        for (var i = 0; isPlain && i < cell.Length; i++)
        {
            isPlain =
                IsLetter(cell[i])
                || cell[i] is >= ' ' and not ('\u00A0' or '\u3000' or (>= '\u200B' and <= '\u200F') or '\uFEFF');
        }

        return isPlain ? cell : Joined(cell);
    }

    /// <summary>The channel of a word or code; null when it is none.</summary>
    public static string? Channel(string text)
    {
        foreach (var (code, name) in Domain.Channel.All)
        {
            if (text == code || text == name)
            {
                return code;
            }
        }

        return text switch
        {
            "公开" or "信息公开" or "政府信息公开" => Domain.Channel.Openness,
            "互动" or "政民互动" => Domain.Channel.Interaction,
            "报送" => Domain.Channel.Submission,
            _ => Context.ChannelOf(text),
        };
    }

    /// <summary>The level a cell names, as facts carry it; the words themselves when it is none of the four.</summary>
    public static string Level(string text)
    {
        if (InspectionLevel.CodeOf(text) != InspectionLevel.None)
        {
            return text;
        }

        return Levels.In(text)
            ?? (
                Has(text, "国务院", "国家", "国办") ? "国家"
                : Has(text, "自治区", "区级", "区政府", "内蒙古") ? "自治区"
                : Has(text, "市", "盟") ? "市"
                : Has(text, "旗", "本级", "自查") ? "旗"
                : text
            );
    }

    /// <summary>The period a text names (2024年第四季度, 2024Q4, 四季度); null when it names none or its year is not known.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="year">The year of a period without one.</param>
    public static string? Period(string text, int? year)
    {
        string? other = null;
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 6 <= text.Length && Quarter.TryParse(text.Substring(at, 6), out var quarter))
            {
                return quarter.ToString();
            }

            var mayBegin = char.IsAsciiDigit(text[at]) || "第一二三四上下".Contains(text[at], StringComparison.Ordinal);
            if (
                !mayBegin
                || PeriodReader.Read(text, at) is not { IsDate: false } found
                || (found.Year ?? year) is not { } known
            )
            {
                continue;
            }

            if (found.QuarterNumber is not null)
            {
                return found.In(known);
            }

            other ??= found.In(known);
            at = found.End - 1;
        }

        return other;
    }

    /// <summary>Yes, no, or null for anything else.</summary>
    public static bool? Truth(string text) =>
        s_yes.Contains(text, StringComparer.OrdinalIgnoreCase) ? true
        : s_no.Contains(text, StringComparer.OrdinalIgnoreCase) ? false
        : null;

    /// <summary>Whether a text contains one of some words.</summary>
    public static bool Has(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A text with each character in one way of writing.</summary>
    public static string Folded(string text) =>
        string.Concat(text.Select(CharacterFolding.Fold).Where(c => c != '\0')).Trim();

    // Nearly every character of a cell, told before all that it might be instead.
    private static bool IsLetter(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (> ' ' and <= '~');

    private static string? Joined(string cell)
    {
        var joined = new System.Text.StringBuilder(cell.Length);
        var gap = false;
        foreach (var c in cell)
        {
            if (char.IsWhiteSpace(c))
            {
                gap = true;
            }
            else if (CharacterFolding.Fold(c) != '\0')
            {
                var isNeeded =
                    gap && joined.Length > 0 && !(CharacterFolding.IsWide(joined[^1]) || CharacterFolding.IsWide(c));
                joined.Append(isNeeded ? " " : "").Append(c);
                gap = false;
            }
        }

        return joined.Length == 0 ? null : joined.ToString();
    }
}
