using System.Text;

namespace Analytics.Ingest.Text;

/// <summary>One character for every way of writing it: full-width digits and letters, brackets, radicals, invisible marks.</summary>
internal static class CharacterFolding
{
    // PDF exports write some characters as CJK radicals; NFKC maps the Kangxi block but not these.
    private const string Radicals =
        "\u2E9F母\u2EA0民\u2EC1虎\u2EC4西\u2EC5见\u2EC6角\u2EC9贝\u2ECB车\u2ED3长\u2ED4门\u2ED8青\u2ED9韦\u2EDA页\u2EDB风\u2EDC飞"
        + "\u2EDD食\u2EE2马\u2EE3骨\u2EE5鱼\u2EE6鸟\u2EE7卤\u2EE8麦\u2EE9黄\u2EEC齐\u2EEE齿\u2EF0龙\u2EF3龟";

    private static readonly Dictionary<char, char> s_radicals = Enumerable
        .Range(0, Radicals.Length / 2)
        .ToDictionary(i => Radicals[2 * i], i => Radicals[(2 * i) + 1]);

    /// <summary>The character to keep, or NUL when it is dropped.</summary>
    public static char Fold(char c) =>
        c switch
        {
            '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' or '\u200E' or '\u200F' => '\0',
            '\u00A0' or '\u3000' or (>= '\u2002' and <= '\u200A') or '\u202F' or '\u205F' => ' ',
            '\t' => '\t',
            < ' ' or '\u007F' => ' ',
            (>= '０' and <= '９')
            or (>= 'Ａ' and <= 'Ｚ')
            or (>= 'ａ' and <= 'ｚ')
            or '％'
            or '｜'
            or '／'
            or '＋'
            or '＜'
            or '＞'
            or '＃' => (char)(c - 0xFEE0),
            '．' => '.',
            '﹪' => '%',
            '(' or '﹙' or '❨' => '（',
            ')' or '﹚' or '❩' => '）',
            '［' => '[',
            '］' => ']',
            '‐' or '‑' or '‒' or '–' or '－' or '﹣' or '−' => '-',
            '～' or '〜' or '∼' => '~',
            '│' or '┃' or '︱' => '|',
            '︰' => '：',
            '﹐' => '，',
            '﹑' or '､' => '、',
            '﹔' => '；',
            '｡' => '。',
            >= '\u2F00' and <= '\u2FDF' or >= '\uF900' and <= '\uFAFF' => Compatible(c),
            >= '\u2E80' and <= '\u2EFF' => s_radicals.GetValueOrDefault(c, c),
            _ => c,
        };

    private static char Compatible(char c)
    {
        var folded = c.ToString().Normalize(NormalizationForm.FormKC);
        return folded.Length == 1 ? folded[0] : c;
    }

    /// <summary>Whether the character is a Chinese one.</summary>
    public static bool IsChinese(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '〇';

    /// <summary>Whether the character is Chinese text or its punctuation, next to which a space means nothing.</summary>
    public static bool IsWide(char c) =>
        IsChinese(c)
        || c
            is (>= '\u3001' and <= '\u303F')
                or (>= '\uFF01' and <= '\uFF60')
                or '“'
                or '”'
                or '‘'
                or '’'
                or '—'
                or '…';

    /// <summary>Whether the character is an ASCII letter.</summary>
    public static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
