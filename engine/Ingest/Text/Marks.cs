using System.Buffers;

namespace Analytics.Ingest.Text;

/// <summary>Sets of marks that scans look for.</summary>
internal static class Marks
{
    /// <summary>Marks that only a sentence has.</summary>
    public static readonly SearchValues<char> InSentence = SearchValues.Create("。，；：、！？");

    /// <summary>Line ends.</summary>
    public static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\f\u2028\u2029\u0085");

    /// <summary>What lines under headings and in markdown tables are drawn with.</summary>
    public static readonly SearchValues<char> Drawn = SearchValues.Create("|-:=_*+ ");

    /// <summary>What a bare number consists of.</summary>
    public static readonly SearchValues<char> OfNumber = SearchValues.Create("0123456789.%");

    /// <summary>Marks that no name contains.</summary>
    public static readonly SearchValues<char> NotInName = SearchValues.Create("，。；：、“”（）| \n");
}
