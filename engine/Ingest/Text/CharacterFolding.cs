using System.Text;

namespace Analytics.Ingest.Text;

/// <summary>One character for every way of writing it: full-width digits and letters, brackets, radicals, invisible marks.</summary>
internal static class CharacterFolding
{
    // PDF exports write some characters as CJK radicals; NFKC maps the Kangxi block but not these. The pairs are the
    // equivalent ideographs of Unicode (EquivalentUnifiedIdeograph), as far as one UTF-16 unit holds them.
    private const string Radicals =
        "\u2E81厂\u2E84乙\u2E85亻\u2E86冂\u2E88刀\u2E89刂\u2E8A卜\u2E8C小\u2E8D小\u2E8E兀\u2E8F尣\u2E90尢\u2E92巳\u2E93幺"
        + "\u2E94彑\u2E96忄\u2E98扌\u2E99攵\u2E9B旡\u2E9C日\u2E9D月\u2E9E歺\u2E9F母\u2EA0民\u2EA1氵\u2EA2氺\u2EA3灬\u2EA4爫"
        + "\u2EA5爫\u2EA6丬\u2EA7牛\u2EA8犭\u2EA9王\u2EAB目\u2EAC示\u2EAD礻\u2EAF糹\u2EB0纟\u2EB1罓\u2EB2罒\u2EB6羊\u2EB9耂"
        + "\u2EBA肀\u2EBB聿\u2EBC肉\u2EBE艹\u2EBF艹\u2EC0艹\u2EC1虎\u2EC2衤\u2EC3覀\u2EC4西\u2EC5见\u2EC6角\u2EC8讠\u2EC9贝"
        + "\u2ECB车\u2ECC辶\u2ECD辶\u2ECE辶\u2ECF邑\u2ED0钅\u2ED1長\u2ED2镸\u2ED3长\u2ED4门\u2ED6阝\u2ED7雨\u2ED8青\u2ED9韦"
        + "\u2EDA页\u2EDB风\u2EDC飞\u2EDD食\u2EDF飠\u2EE0饣\u2EE2马\u2EE3骨\u2EE4鬼\u2EE5鱼\u2EE6鸟\u2EE7卤\u2EE8麦\u2EE9黄"
        + "\u2EEA黾\u2EEB斉\u2EEC齐\u2EED歯\u2EEE齿\u2EEF竜\u2EF0龙\u2EF1龜\u2EF2亀\u2EF3龟";

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
