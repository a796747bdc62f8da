namespace Analytics.Sources;

/// <summary>Tells the numbers of persons from other long numbers, by their own rules. Digits are 0 to 9, as values.</summary>
internal static class PersonalNumber
{
    // GB 11643: the check character of an identity number, by the weighted sum modulo 11; 10 stands for X.
    private static readonly int[] s_weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private static readonly int[] s_checks = [1, 0, 10, 9, 8, 7, 6, 5, 4, 3, 2];

    // The first two digits of GB/T 2260: provinces, autonomous regions, cities, Hong Kong, Macao, Taiwan, abroad.
    private static readonly HashSet<int> s_regions =
    [
        11,
        12,
        13,
        14,
        15,
        21,
        22,
        23,
        31,
        32,
        33,
        34,
        35,
        36,
        37,
        41,
        42,
        43,
        44,
        45,
        46,
        50,
        51,
        52,
        53,
        54,
        61,
        62,
        63,
        64,
        65,
        71,
        81,
        82,
        83,
        91,
    ];

    /// <summary>18-digit identity number (身份证号): region, a date of birth since 1900, check character (10 for X).</summary>
    public static bool IsIdentity(ReadOnlySpan<byte> digits)
    {
        if (digits.Length != 18 || !s_regions.Contains(Number(digits[..2])) || !IsDate(digits[6..14], 1900))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            sum += digits[i] * s_weights[i];
        }

        return s_checks[sum % 11] == digits[17];
    }

    /// <summary>15-digit identity number of before 1999: region, a date of birth in the 1900s.</summary>
    public static bool IsOldIdentity(ReadOnlySpan<byte> digits) =>
        digits.Length == 15
        && s_regions.Contains(Number(digits[..2]))
        && IsDate([1, 9, .. digits[6..12]], 1900)
        && !digits[12..].SequenceEqual<byte>([0, 0, 0]);

    /// <summary>Mobile number (手机号): 11 digits that begin with 13 to 19.</summary>
    public static bool IsMobile(ReadOnlySpan<byte> digits) => digits is [1, >= 3, ..] && digits.Length == 11;

    /// <summary>Bank card (银行卡号): 16 to 19 digits that begin with 3 to 6 and end in their Luhn digit.</summary>
    public static bool IsCard(ReadOnlySpan<byte> digits)
    {
        if (digits.Length is < 16 or > 19 || digits[0] is < 3 or > 6)
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var doubled = (digits.Length - i) % 2 == 0 ? digits[i] * 2 : digits[i];
            sum += doubled > 9 ? doubled - 9 : doubled;
        }

        return sum % 10 == 0;
    }

    private static bool IsDate(ReadOnlySpan<byte> digits, int firstYear)
    {
        var year = Number(digits[..4]);
        var month = Number(digits[4..6]);
        var day = Number(digits[6..8]);
        return year >= firstYear
            && year < 2100
            && month is >= 1 and <= 12
            && day >= 1
            && day <= DateTime.DaysInMonth(year, month);
    }

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = (number * 10) + digit;
        }

        return number;
    }
}
