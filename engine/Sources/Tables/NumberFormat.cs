namespace Analytics.Sources.Tables;

/// <summary>What the number format of a cell says of its value: a percentage with some decimals, or nothing.</summary>
internal static class NumberFormat
{
    /// <summary>The decimals a percent format shows; null for any other format.</summary>
    public static int? PercentDecimals(string? format)
    {
        if (format is null || !format.Contains('%', StringComparison.Ordinal))
        {
            return null;
        }

        var decimals = 0;
        var isQuoted = false;
        var isFraction = false;
        var isPercent = false;
        foreach (var c in format)
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (isQuoted)
            {
                continue;
            }
            else if (c == ';')
            {
                break;
            }
            else if (c == '.')
            {
                isFraction = true;
            }
            else if (c == '%')
            {
                isPercent = true;
            }
            else if (isFraction && c is '0' or '#')
            {
                decimals++;
            }
        }

        return isPercent ? decimals : null;
    }

    // 27 to 36 and 50 to 58 are the dates of Chinese, Japanese and Korean Excel; a file need not spell them out.
    /// <summary>Whether the index of a built-in format is a date that files of Chinese Excel use without saying so.</summary>
    public static bool IsEastAsianDate(int index) => index is (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58;
}
