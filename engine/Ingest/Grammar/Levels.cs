using System.Text;

namespace Analytics.Ingest.Grammar;

/// <summary>Who found it (检查层级), where the text says so: 被自治区抽查出, 市本级抽查的, 被市局检测到, 自治区及市本级.</summary>
internal static class Levels
{
    private static readonly WordTable<string> s_named = new([
        ("国家", "国务院办公厅 国办 国家级 国家"),
        ("自治区", "自治区级 自治区本级 自治区"),
        ("市", "市本级 市级 市局 盟本级 盟级 盟局"),
        ("旗", "旗本级 旗级 旗局 我旗自查 本旗自查 旗自查"),
    ]);

    /// <summary>The levels named as finders in a text, joined by 、 in the order of the text; null when none is.</summary>
    public static string? In(string text)
    {
        var levels = new StringBuilder();
        foreach (var (level, start, end) in s_named.In(text))
        {
            var isName = end < text.Length && text[end..].StartsWith("人民政府", StringComparison.Ordinal);
            var isBare = end - start <= 3 && text[start..end] is "自治区" or "国家";
            if (isName || (isBare && !IsFinder(text, start, end)) || Contains(levels, level))
            {
                continue;
            }

            levels.Append(levels.Length > 0 ? "、" : "").Append(level);
        }

        return levels.Length > 0 ? levels.ToString() : Inspector(text);
    }

    /// <summary>Whether a clause speaks of a check of one's own (自查, 我县检查): nobody above found what follows.</summary>
    public static bool IsOwnCheck(string clause) =>
        clause.Contains("自查", StringComparison.Ordinal)
        || (
            clause.Length > 1
            && clause[0] is '我' or '本'
            && clause[1] is '县' or '市' or '区' or '旗' or '镇' or '局'
            && Acts.In(clause).Exists(act => act.Value == Act.Inspect)
        );

    /// <summary>The length of a level phrase at the beginning of a text (自治区及市本级, 市本级抽查的).</summary>
    public static int PrefixLength(string text)
    {
        var length = 0;
        while (length < text.Length)
        {
            if (s_named.At(text, length) is { } hit)
            {
                length += hit.Length;
            }
            else if (length > 0 && text[length] is '及' or '和' or '、' or '与')
            {
                length++;
            }
            else
            {
                break;
            }
        }

        return length;
    }

    private static bool IsFinder(string text, int start, int end) =>
        (start > 0 && text[start - 1] is '被' or '由' or '经')
        || (
            end < text.Length
            && text[end] is '及' or '、' or '和'
            && s_named.At(text, end + 1 < text.Length ? end + 1 : end) is not null
        )
        || (end < text.Length && Acts.In(text[end..]) is [{ Start: 0, Value: Act.Inspect }, ..]);

    // 旗政务服务与数据管理局…检测: the office that inspects shows its level by its first character.
    private static string? Inspector(string text)
    {
        var length = UnitNames.PrefixLength(text);
        if (
            length == 0
            || text[0] is not ('旗' or '市')
            || text[..length].EndsWith("人民政府", StringComparison.Ordinal)
        )
        {
            return null;
        }

        return Acts.In(text[length..]).Exists(act => act.Value == Act.Inspect) ? text[..1] : null;
    }

    private static bool Contains(StringBuilder levels, string level) =>
        levels.ToString().Contains(level, StringComparison.Ordinal);
}
