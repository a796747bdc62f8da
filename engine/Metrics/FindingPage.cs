using Analytics.Domain;

namespace Analytics.Metrics;

/// <summary>A page of findings.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record FindingPage(IReadOnlyList<FindingDetail> Items, long Total, string? Next);

/// <summary>A finding (问题条目) with everything that is known of it.</summary>
/// <param name="Id">Its id, which a corrected file keeps.</param>
/// <param name="Quarter">The quarter.</param>
/// <param name="Unit">The unit's code; NONE where none is named.</param>
/// <param name="UnitName">Its short name; 未点名 where none is named.</param>
/// <param name="UnitWords">The unit as written; null where none is named.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Platform">The platform, or NONE.</param>
/// <param name="Account">The account; null where none is named.</param>
/// <param name="Category">The category's code, or NONE.</param>
/// <param name="CategoryName">The category in Chinese.</param>
/// <param name="CategorySource">Where the category comes from: person, stated, rule, model, or NONE.</param>
/// <param name="StatedCategory">The category that the source itself states, or NONE.</param>
/// <param name="Level">Who found it: state, region, city, banner, or NONE.</param>
/// <param name="Count">How many.</param>
/// <param name="FoundOn">The day it was found; null where the source does not say.</param>
/// <param name="Words">The words it comes from.</param>
/// <param name="Location">Their place in the file.</param>
/// <param name="Document">The code of the document.</param>
/// <param name="FileName">The file.</param>
/// <param name="Notice">The notice's id; null for a row of a table.</param>
/// <param name="Batch">The batch that loaded it.</param>
/// <param name="IsSample">Whether it is sample data (示例数据).</param>
public sealed record FindingDetail(
    string Id,
    Quarter Quarter,
    string Unit,
    string UnitName,
    string? UnitWords,
    string Channel,
    string Platform,
    string? Account,
    string Category,
    string CategoryName,
    string CategorySource,
    string StatedCategory,
    string Level,
    long Count,
    DateOnly? FoundOn,
    string Words,
    string Location,
    string Document,
    string FileName,
    string? Notice,
    long Batch,
    bool IsSample
);
