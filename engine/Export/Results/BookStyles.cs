using SpreadCheetah;
using SpreadCheetah.Styling;

namespace Analytics.Export;

/// <summary>The looks of a result's cells.</summary>
internal sealed class BookStyles
{
    // 等线 by its Latin name: the library refuses names of two characters.
    internal const string FontName = "DengXian";

    /// <summary>Up to so many places a DECIMAL shows them all, so that points stand below each other.</summary>
    internal const int MostFixedPlaces = 4;

    // A spreadsheet keeps no more digits.
    private const int MostPlaces = 15;

    private readonly StyleId[] _places = new StyleId[MostPlaces + 1];

    internal BookStyles(Spreadsheet book)
    {
        Head = book.AddStyle(
            new Style
            {
                Font = new Font { Bold = true },
                Alignment = new Alignment { Horizontal = HorizontalAlignment.Center },
            }
        );
        Text = Of(book, NumberFormat.Standard(StandardNumberFormat.Text));
        _places[0] = Of(book, NumberFormat.Standard(StandardNumberFormat.NoDecimalPlaces));
        for (var places = 1; places <= MostPlaces; places++)
        {
            _places[places] = Of(book, "0." + new string(places <= MostFixedPlaces ? '0' : '#', places));
        }

        Day = Of(book, "yyyy-mm-dd");
        Moment = Of(book, "yyyy-mm-dd hh:mm:ss");
        FineMoment = Of(book, "yyyy-mm-dd hh:mm:ss.000");
        UtcMoment = Of(book, "yyyy-mm-dd hh:mm:ss\"Z\"");
        FineUtcMoment = Of(book, "yyyy-mm-dd hh:mm:ss.000\"Z\"");
        Time = Of(book, "hh:mm:ss");
        FineTime = Of(book, "hh:mm:ss.000");
    }

    /// <summary>Of the first row.</summary>
    internal StyleId Head { get; }

    /// <summary>Stays text when someone edits the cell: =1+1, 001, 150000199001011234.</summary>
    internal StyleId Text { get; }

    internal StyleId Whole => _places[0];

    internal StyleId Day { get; }

    internal StyleId Time { get; }

    internal StyleId FineTime { get; }

    private StyleId Moment { get; }

    private StyleId FineMoment { get; }

    private StyleId UtcMoment { get; }

    private StyleId FineUtcMoment { get; }

    /// <summary>For a number of a DECIMAL column.</summary>
    /// <param name="scale">Places of the column.</param>
    /// <param name="isWhole">Whether this number has none: where zeros are not shown, 5. would keep its point.</param>
    internal StyleId OfDecimal(int scale, bool isWhole) =>
        isWhole && scale > MostFixedPlaces ? Whole : _places[Math.Min(scale, MostPlaces)];

    internal StyleId OfMoment(bool isFine, bool isUtc) =>
        (isFine, isUtc) switch
        {
            (false, false) => Moment,
            (true, false) => FineMoment,
            (false, true) => UtcMoment,
            (true, true) => FineUtcMoment,
        };

    private static StyleId Of(Spreadsheet book, string format) => Of(book, NumberFormat.Custom(format));

    private static StyleId Of(Spreadsheet book, NumberFormat format) => book.AddStyle(new Style { Format = format });
}
