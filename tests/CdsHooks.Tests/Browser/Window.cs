using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Cds.CdsHooks.Tests.Browser;

/// <summary>A browser window that remembers what went wrong in it: errors of scripts, what the policy of the page refused, what was asked of other addresses.</summary>
public sealed class Window : IAsyncDisposable
{
    /// <summary>More than any page has controls.</summary>
    private const int MostPresses = 400;

    private static readonly string[] Serious = ["serious", "critical"];

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _faults = new();

    public Window(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) => Note(message.Type == "error", message.Text);
        page.PageError += (_, error) => Note(true, error);
        page.Request += (_, request) => Note(!new Uri(request.Url).IsLoopback, request.Url);
    }

    /// <summary>The page that is shown.</summary>
    public IPage Page { get; }

    /// <summary>What went wrong so far.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>Goes to an address of the service; the answer has to be the status.</summary>
    public async Task GoAsync(string path, int status = 200)
    {
        IResponse? response = await Page.GotoAsync(path);
        Assert.Equal(status, response?.Status);
    }

    /// <summary>
    /// Waits until the address holds the parts in this order. It asks again and again: waiting for the change itself misses one that comes between the look
    /// at the address and the waiting (seen on a busy machine), since a script that changes the address in place tells of it only once.
    /// </summary>
    public Task IsAtAsync(params string[] parts) => Assertions.Expect(Page).ToHaveURLAsync(new Regex(string.Join(".*", parts.Select(Regex.Escape))));

    /// <summary>What keeps people with disabilities out, serious and critical findings only, one line each.</summary>
    public async Task<IReadOnlyList<string>> BarriersAsync()
    {
        AxeResult result = await Page.RunAxe();
        return [.. result.Violations.Where(violation => Serious.Contains(violation.Impact))
            .Select(violation => $"{violation.Id}: {violation.Help} {string.Join(" | ", violation.Nodes.Select(node => node.Html).Take(3))}")];
    }

    /// <summary>Whether the page is wider than the window.</summary>
    public async Task<bool> IsScrolledSidewaysAsync() => await Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > window.innerWidth + 1");

    /// <summary>Goes from control to control with the Tab key until the first one that the selector names has the focus, and is seen to have it.</summary>
    public async Task TabToAsync(string selector)
    {
        for (int presses = 0; presses < MostPresses; presses++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (!await Page.EvaluateAsync<bool>("selector => document.activeElement === document.querySelector(selector)", selector)) continue;
            Assert.True(await Page.EvaluateAsync<bool>("() => document.activeElement.matches(':focus-visible') && getComputedStyle(document.activeElement).outlineStyle !== 'none'"), $"{selector} does not show that it has the focus");
            return;
        }

        Assert.Fail($"The Tab key does not lead to {selector}");
    }

    /// <summary>Drops a file of the service on a field, and waits until the field holds it.</summary>
    public async Task DropAsync(string selector, string path)
    {
        await Page.Locator(selector).EvaluateAsync(
            """
            async (field, path) => {
              const text = await (await fetch(path)).text();
              const data = new DataTransfer();
              data.items.add(new File([text], "dropped.json"));
              field.dispatchEvent(new DragEvent("drop", { dataTransfer: data, cancelable: true }));
            }
            """, path);
        await Assertions.Expect(Page.Locator(selector)).ToHaveValueAsync(new Regex("resourceType"));
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Note(bool isFault, string what)
    {
        if (isFault) _faults.Enqueue(what);
    }
}
