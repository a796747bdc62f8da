using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboard.Pages;

/// <summary>What every page and part of a page has: the language it speaks.</summary>
public abstract class PagePart : ComponentBase
{
    /// <summary>The language, as <c>S["中文", "English"]</c>.</summary>
    [CascadingParameter]
    public Speech S { get; set; } = new(false, null);
}
