using System.Globalization;

namespace Analytics.Export;

/// <summary>Names of cells as people read them: A1, AA12.</summary>
internal static class CellName
{
    internal static string Of(int column, int row) =>
        string.Create(CultureInfo.InvariantCulture, $"{Column(column)}{row}");

    /// <summary>The letters of a column; 1 is A, 27 is AA.</summary>
    internal static string Column(int number)
    {
        var letters = "";
        for (var rest = number; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }
}
