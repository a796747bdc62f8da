using System.Text.Json;
using Analytics.Classify;
using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>The text classifiers of the warehouse (分类模型). SQL: Sql/marts/models.sql.</summary>
public static class Models
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    /// <summary>All models, the newest first.</summary>
    public static IReadOnlyList<ModelRow> All(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Query(
            "from models order by trained_at desc, model_id",
            row => new ModelRow(
                row.Text("model_id"),
                row.Text("training_sha256"),
                row.Long("text_count"),
                row.Long("label_count"),
                row.Long("held_out_count"),
                JsonSerializer.Deserialize<Measures>(row.Text("measures"), s_json)!,
                row.Text("trained_by"),
                DateTime.SpecifyKind((DateTime)row["trained_at"], DateTimeKind.Utc),
                row.Flag("is_active"),
                row.TextOrNull("activated_by"),
                row["activated_at"] is DateTime at ? DateTime.SpecifyKind(at, DateTimeKind.Utc) : null,
                row.Flag("is_override"),
                row.TextOrNull("replaced_model_id"),
                row.DecimalOrNull("replaced_accuracy")
            )
        );
    }
}

/// <summary>A text classifier.</summary>
/// <param name="Id">The SHA-256 of its file.</param>
/// <param name="TrainingSha256">The hash of the texts it was trained on.</param>
/// <param name="TextCount">How many.</param>
/// <param name="LabelCount">In how many classes.</param>
/// <param name="HeldOutCount">Texts kept aside to judge it.</param>
/// <param name="Measures">How good it is on those.</param>
/// <param name="TrainedBy">Who trained it.</param>
/// <param name="TrainedAt">When, in UTC.</param>
/// <param name="IsActive">Whether it is in use.</param>
/// <param name="ActivatedBy">Who put it in use last.</param>
/// <param name="ActivatedAt">When, in UTC.</param>
/// <param name="IsOverride">Whether it was put in use although it was worse.</param>
/// <param name="ReplacedModel">The model it replaced.</param>
/// <param name="ReplacedAccuracy">That model's accuracy on the same texts, 0 to 1.</param>
public sealed record ModelRow(
    string Id,
    string TrainingSha256,
    long TextCount,
    long LabelCount,
    long HeldOutCount,
    Measures Measures,
    string TrainedBy,
    DateTime TrainedAt,
    bool IsActive,
    string? ActivatedBy,
    DateTime? ActivatedAt,
    bool IsOverride,
    string? ReplacedModel,
    decimal? ReplacedAccuracy
);
