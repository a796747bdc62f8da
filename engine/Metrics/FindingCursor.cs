using System.Buffers.Text;
using System.Data;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Analytics.Metrics;

/// <summary>The place of a finding in the order of a search. It stays right when rows before or behind it come or go.</summary>
/// <param name="QuarterOrder">The newest quarter first.</param>
/// <param name="UnitOrder">The unit's place in official order.</param>
/// <param name="ChannelOrder">The channel's place.</param>
/// <param name="Category">The category's code.</param>
/// <param name="Id">The finding's id, which decides where all else is the same.</param>
public sealed record FindingCursor(int QuarterOrder, int UnitOrder, int ChannelOrder, string Category, string Id)
{
    private const char Separator = '\n';

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The text, may be null.</param>
    /// <param name="cursor">The place when the result is true.</param>
    /// <returns>False for any other text, never an exception.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out FindingCursor? cursor)
    {
        cursor = null;
        if (text is null || text.Length is 0 or > 200 || !Base64Url.IsValid(text))
        {
            return false;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Separator);
        if (
            parts is not [var quarter, var unit, var channel, var category, var id]
            || !TryNumber(quarter, out var quarterOrder)
            || !TryNumber(unit, out var unitOrder)
            || !TryNumber(channel, out var channelOrder)
        )
        {
            return false;
        }

        cursor = new(quarterOrder, unitOrder, channelOrder, category, id);
        return true;
    }

    /// <summary>Letters that may stand in an address.</summary>
    public override string ToString() =>
        Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{QuarterOrder}{Separator}{UnitOrder}{Separator}{ChannelOrder}{Separator}{Category}{Separator}{Id}"
                )
            )
        );

    internal static FindingCursor Of(IDataRecord row) =>
        new(
            (int)row.Long("quarter_order"),
            (int)row.Long("unit_order"),
            (int)row.Long("channel_order"),
            row.Text("category"),
            row.Text("finding_id")
        );

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
