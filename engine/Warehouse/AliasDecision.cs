using Analytics.Domain;
using Analytics.Ingest.Reference;

namespace Analytics.Warehouse;

/// <summary>A name that a person has given to a unit (别名认定).</summary>
/// <param name="Id">Its number.</param>
/// <param name="Alias">The name as written in the source.</param>
/// <param name="Unit">The unit's code.</param>
/// <param name="From">The first day; null for always before.</param>
/// <param name="To">The last day; null for ever after.</param>
/// <param name="By">Who decided.</param>
/// <param name="At">When, UTC.</param>
public sealed record AliasDecision(
    long Id,
    string Alias,
    string Unit,
    DateOnly? From,
    DateOnly? To,
    string By,
    DateTime At
)
{
    /// <summary>Whether it holds on any day of a span; null on either side is without end.</summary>
    public bool Overlaps(DateOnly? from, DateOnly? to) => new UnitAlias(Alias, Unit, From, To, By).Overlaps(from, to);

    /// <summary>Whether two names are the same but for spaces, the width of letters, and which word for «and» they use.</summary>
    internal static bool IsSameName(string left, string right) => UnitRegistry.Fold(left) == UnitRegistry.Fold(right);

    /// <summary>Refuses a decision that cannot be meant.</summary>
    /// <exception cref="NoticeFormatException">The unit is unknown, of another kind, or the name is another unit's already.</exception>
    internal static void Refuse(
        string words,
        string unitCode,
        DateOnly? from,
        DateOnly? to,
        UnitRegistry units,
        IReadOnlyList<AliasDecision> decisions
    )
    {
        var unit =
            units.OfCode(unitCode)
            ?? throw new NoticeFormatException($"没有代码为 “{unitCode}” 的单位。请从 units.csv 的 code 中选一个。");
        if (UnitRegistry.Fold(words).Length == 0)
        {
            throw new NoticeFormatException("别名是空的。请写明来源中的单位名称。");
        }

        if (from > to)
        {
            throw new NoticeFormatException($"“{words}” 的起始日期晚于截止日期。请核对两个日期。");
        }

        if (!UnitRegistry.IsOfKind(words, unit))
        {
            throw new NoticeFormatException(
                $"“{words}” 与{unit.Name}不是同一类单位（镇、苏木、街道不能是局、委、办、中心，反之亦然）。请改选同类单位。"
            );
        }

        if (
            units
                .OwnersOf(words, from, to)
                .FirstOrDefault(other => other.Code != unitCode && !units.IsSuccessor(other.Code, unitCode)) is
            { } owner
        )
        {
            throw new NoticeFormatException(
                $"“{words}” 在单位登记表中是{owner.Name}，不能再认定为{unit.Name}。如登记有误，请改正 data/reference/units.csv 或 unit_aliases.csv。"
            );
        }

        if (decisions.FirstOrDefault(one => IsSameName(one.Alias, words) && one.Overlaps(from, to)) is { } earlier)
        {
            throw new NoticeFormatException(
                $"“{words}” 已由{earlier.By}认定为{units.OfCode(earlier.Unit)?.Name ?? earlier.Unit}（第 {earlier.Id} 号）。请先撤销那次认定。"
            );
        }
    }
}
