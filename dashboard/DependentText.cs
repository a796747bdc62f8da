using Analytics.Warehouse;

namespace Analytics.Dashboard;

/// <summary>What rests on a batch, in Chinese.</summary>
public static class DependentText
{
    /// <summary>One line.</summary>
    public static string Of(Dependent dependent)
    {
        ArgumentNullException.ThrowIfNull(dependent);
        return dependent.Kind switch
        {
            "batch" => $"第 {dependent.Number} 批的 {dependent.Name} 是同一文件的更新版",
            "publication" => $"{dependent.Name} 的第 {dependent.Number} 号发布用到它的数据（已发布的内容不变）",
            "account" => $"第 {dependent.Number} 批的 {dependent.Name} 按它的账号表确定了单位",
            "alias" => $"它的单位名称用到第 {dependent.Number} 号认定（{dependent.Name}）",
            var kind => $"{kind} {dependent.Number} {dependent.Name}",
        };
    }
}
