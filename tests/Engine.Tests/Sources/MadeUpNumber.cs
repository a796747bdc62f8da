using System.Globalization;

namespace Analytics.Tests.Sources;

/// <summary>Numbers of persons who do not exist, made from the rules of their check digits.</summary>
internal static class MadeUpNumber
{
    /// <summary>An identity number of those 17 digits and their check character (GB 11643).</summary>
    public static string Identity(string first17)
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var sum = first17.Zip(weights, (digit, weight) => (digit - '0') * weight).Sum();
        return first17 + "10X98765432"[sum % 11];
    }

    /// <summary>A card number of those digits and their Luhn digit.</summary>
    public static string Card(string first)
    {
        var digit = Enumerable
            .Range(0, 10)
            .First(check => LuhnSum(first + check.ToString(CultureInfo.InvariantCulture)) % 10 == 0);
        return first + digit.ToString(CultureInfo.InvariantCulture);
    }

    private static int LuhnSum(string number) =>
        number.Reverse().Select((c, i) => i % 2 == 0 ? c - '0' : "0246813579"[c - '0'] - '0').Sum();
}
