using System.Buffers;

namespace Analytics.Sources;

/// <summary>Masks the numbers of persons (身份证号、手机号、银行卡号) in what leaves this stage, so that no table, page, export or log has them.</summary>
public static class PersonalData
{
    // Shorter numbers are none of a person's, save landlines, which are public.
    private const int ShortestNumber = 11;

    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789０１２３４５６７８９");

    // Behind a whole number these make it an amount, a count or a document number.
    private static readonly SearchValues<char> s_measures = SearchValues.Create("元万亿条个次件项篇家人户号％%");

    // Behind one of these a number is a person's, whatever follows it (手机号13800001111号).
    private static readonly string[] s_words =
    [
        "手机",
        "电话",
        "联系方式",
        "身份证",
        "证件",
        "公民身份",
        "tel",
        "mobile",
        "phone",
    ];

    // What may stand between such a word and its number, other numbers included.
    private static readonly SearchValues<char> s_between = SearchValues.Create(
        "0123456789０１２３４５６７８９号码为是和或及：:，,、；;|（()）+-－—* \t.。"
    );

    // How far before a number its word is looked for.
    private const int Reach = 48;

    /// <summary>Masks identity numbers, mobile numbers and bank cards.</summary>
    /// <param name="text">A text or a cell.</param>
    /// <returns>
    /// The same text with the middle digits as <c>*</c>: a mobile keeps its first 3 and last 4 digits, an identity number or card its
    /// first 6 and last 4, a card written in groups its first and last 4. The length never changes; a text without such numbers is returned as it is.
    /// </returns>
    public static string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!HasDigits(text))
        {
            return text;
        }

        char[]? masked = null;
        var groups = new List<Group>(8);
        for (var at = text.AsSpan().IndexOfAny(s_digits); at >= 0; )
        {
            var (end, digits) = ReadGroups(text, at, groups);
            if (digits >= ShortestNumber)
            {
                Mask(text, groups, ref masked);
            }

            var next = text.AsSpan(end).IndexOfAny(s_digits);
            at = next < 0 ? -1 : end + next;
        }

        return masked is null ? text : new string(masked);
    }

    // Of a million cells hardly one has the digits of such a number; the others are not looked at twice.
    private static bool HasDigits(ReadOnlySpan<char> text)
    {
        if (text.Length < ShortestNumber)
        {
            return false;
        }

        var digits = 0;
        foreach (var c in text)
        {
            digits += Digit(c) >= 0 ? 1 : 0;
        }

        return digits >= ShortestNumber;
    }

    // A run of groups of digits, each parted from the next by one space or hyphen.
    private static (int End, int Digits) ReadGroups(string text, int start, List<Group> groups)
    {
        groups.Clear();
        for (var digits = 0; ; )
        {
            var end = start;
            while (end < text.Length && Digit(text[end]) >= 0)
            {
                end++;
            }

            // X is the check character of an identity number, solid or in its last group of four.
            if (end - start is 17 or 3 && end < text.Length && IsCheckLetter(text[end]))
            {
                end++;
            }

            groups.Add(new(start, end - start));
            digits += end - start;
            if (end + 1 >= text.Length || text[end] is not (' ' or '-' or '－' or '‑') || Digit(text[end + 1]) < 0)
            {
                return (end, digits);
            }

            start = end + 1;
        }
    }

    private static void Mask(string text, List<Group> groups, ref char[]? masked)
    {
        if (MaskParted(text, groups, ref masked))
        {
            return;
        }

        foreach (var group in groups)
        {
            if (group.Length >= ShortestNumber && group.Length < 20)
            {
                TryMask(text, group.Start, group.Start + group.Length, ref masked);
            }
        }
    }

    // 138 1234 5678, 6222-0212-3456-7890-123: only where the whole run is made of such groups, for a pasted row of counts is not.
    private static bool MaskParted(string text, List<Group> groups, ref char[]? masked)
    {
        var spans = new List<(int Start, int End)>();
        for (var i = 0; i < groups.Count; )
        {
            var taken = TakeParted(text, groups, i);
            if (taken == 0)
            {
                return false;
            }

            var last = groups[i + taken - 1];
            spans.Add((groups[i].Start, last.Start + last.Length));
            i += taken;
        }

        var any = false;
        foreach (var (start, end) in spans)
        {
            any |= TryMask(text, start, end, ref masked);
        }

        return any;
    }

    private static int TakeParted(string text, List<Group> groups, int at)
    {
        var isCountryCode =
            groups[at].Length == 2
            && at + 1 < groups.Count
            && Digit(text[groups[at].Start]) == 8
            && Digit(text[groups[at].Start + 1]) == 6;
        if (groups[at].Length >= ShortestNumber || isCountryCode)
        {
            return 1;
        }

        if (Lengths(groups, at, 3, 4, 4) || Lengths(groups, at, 6, 8, 4))
        {
            return 3;
        }

        if (!Lengths(groups, at, 4, 4, 4, 4))
        {
            return 0;
        }

        return at + 4 < groups.Count && groups[at + 4].Length <= 3 ? 5 : 4;
    }

    private static bool Lengths(List<Group> groups, int at, params ReadOnlySpan<int> lengths)
    {
        for (var i = 0; i < lengths.Length; i++)
        {
            if (at + i >= groups.Count || groups[at + i].Length != lengths[i])
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryMask(string text, int start, int end, ref char[]? masked)
    {
        Span<byte> digits = stackalloc byte[24];
        var count = 0;
        for (var i = start; i < end && count < digits.Length; i++)
        {
            if (Digit(text[i]) is var digit and >= 0)
            {
                digits[count++] = (byte)digit;
            }
            else if (IsCheckLetter(text[i]))
            {
                digits[count++] = 10;
            }
        }

        var number = digits[..count];
        var skipped = number is [8, 6, 1, ..] && PersonalNumber.IsMobile(number[2..]) ? 2 : 0;
        var isMobile = PersonalNumber.IsMobile(number[skipped..]) && !LooksLikeYears(number, end - start);
        var isIdentity = PersonalNumber.IsIdentity(number) || PersonalNumber.IsOldIdentity(number);
        if (!isMobile && !isIdentity && !PersonalNumber.IsCard(number))
        {
            return false;
        }

        var isNamed = (isMobile || isIdentity) && (IsNamed(text, start) || IsWholeCell(text, start, end));
        if (
            !isNamed
            && (IsPartOfMore(text, start) || IsFollowedByMore(text, end) || (!isIdentity && IsMeasured(text, end)))
        )
        {
            return false;
        }

        masked ??= text.ToCharArray();
        // A parted card loses whole groups: two stars alone would be taken for bold type in a Markdown text.
        var isPartedCard = !isMobile && !isIdentity && end - start > count;
        var first =
            skipped
            + (
                isMobile ? 3
                : isPartedCard ? 4
                : 6
            );
        for (int i = start, seen = 0; i < end; i++)
        {
            if (Digit(text[i]) < 0)
            {
                continue;
            }

            if (seen >= first && seen < count - 4)
            {
                masked[i] = '*';
            }

            seen++;
        }

        return true;
    }

    // 13800001111号 and nothing else: its word is the heading of the column.
    private static bool IsWholeCell(string text, int start, int end) =>
        string.IsNullOrWhiteSpace(text[..start]) && text.AsSpan(end).Trim() is "号";

    private static bool IsNamed(string text, int start)
    {
        var from = Math.Max(0, start - Reach);
        var last = text.AsSpan(from, start - from).LastIndexOfAnyExcept(s_between);
        var end = from + last + 1;
        return last >= 0
            && Array.Exists(s_words, word => text.AsSpan(0, end).EndsWith(word, StringComparison.OrdinalIgnoreCase));
    }

    // 156 2023 2024 in a pasted row: a count and two years.
    private static bool LooksLikeYears(ReadOnlySpan<byte> number, int length) =>
        length > number.Length && number[3..5] is [2, 0] or [1, 9] && number[7..9] is [2, 0] or [1, 9];

    // Letters before make it a code, unless they are a word (tel13800138000) and no hexadecimal number.
    private static bool IsPartOfMore(string text, int start)
    {
        var before = start > 0 ? text[start - 1] : ' ';
        var earlier = start > 1 ? text[start - 2] : ' ';
        if (
            before is '_' or '¥' or '￥' or '$' or '〕'
            || (before is '.' or ',' && Digit(earlier) >= 0)
            || (before is '/' or '=' && char.IsAsciiLetter(earlier))
        )
        {
            return true;
        }

        var isWord = false;
        var letters = start;
        while (letters > 0 && char.IsAsciiLetter(text[letters - 1]))
        {
            letters--;
            isWord |= char.ToLowerInvariant(text[letters]) > 'f';
        }

        return letters < start && !isWord;
    }

    private static bool IsFollowedByMore(string text, int end)
    {
        var next = end < text.Length ? text[end] : ' ';
        var later = end + 1 < text.Length ? text[end + 1] : ' ';
        return char.IsAsciiLetterOrDigit(next)
            || next == '_'
            || (next is '.' or ',' && Digit(later) >= 0)
            || (next == '.' && char.IsAsciiLetter(later));
    }

    private static bool IsMeasured(string text, int end) => end < text.Length && s_measures.Contains(text[end]);

    private static bool IsCheckLetter(char c) => c is 'X' or 'x' or 'Ｘ' or 'ｘ';

    private static int Digit(char c) =>
        c switch
        {
            >= '0' and <= '9' => c - '0',
            >= '０' and <= '９' => c - '０',
            _ => -1,
        };

    private readonly record struct Group(int Start, int Length);
}
