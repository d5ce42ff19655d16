using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Field;

/// <summary>The whole patients of the field cases, over the wire.</summary>
public sealed class FieldCaseTests(RealService service) : IClassFixture<RealService>
{
    private readonly HttpClient _client = service.CreateClient();

    public static TheoryData<string> Answered() => new(FieldCase.Names.Where(name => !OpenCase.ByName.ContainsKey(name)));

    [Theory]
    [MemberData(nameof(Answered))]
    public async Task Patient_is_answered_as_expected(string name)
    {
        IReadOnlyList<string> differences = await FieldCase.Read(name).DifferencesAsync(_client);
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Fact]
    public async Task Cases_listed_as_open_still_differ_or_leave_the_list()
    {
        var answered = new List<string>();
        foreach (string name in OpenCase.ByName.Keys)
        {
            if ((await FieldCase.Read(name).DifferencesAsync(_client)).Count == 0) answered.Add(name);
        }

        Assert.True(answered.Count == 0, $"answered as expected now, take the lines out of open-cases.csv: {string.Join(", ", answered)}");
    }

    [Fact]
    public void Open_cases_are_cases_and_say_what_they_need()
    {
        Assert.Equal([], OpenCase.ByName.Keys.Except(FieldCase.Names));
        Assert.All(OpenCase.ByName.Values, open => Assert.True(open.Needs.Length > 0 && open.Reason.Length > 0, open.Name));
    }
}
