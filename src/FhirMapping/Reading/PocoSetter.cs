using System.Linq.Expressions;
using System.Reflection;
using Hl7.Fhir.Model;
using Expression = System.Linq.Expressions.Expression;

namespace Cds.FhirMapping.Reading;

/// <summary>Sets one property of a Firely class. Compiled when it is first set: most properties never are.</summary>
internal sealed class PocoSetter(PropertyInfo property)
{
    private Action<Base, object>? _set;

    /// <summary>Puts a value, or a list of values, into an object.</summary>
    public void Set(Base target, object value) => (_set ??= Compile())(target, value);

    private Action<Base, object> Compile()
    {
        ParameterExpression target = Expression.Parameter(typeof(Base));
        ParameterExpression value = Expression.Parameter(typeof(object));
        return Expression.Lambda<Action<Base, object>>(
            Expression.Assign(Expression.Property(Expression.Convert(target, property.DeclaringType!), property), Expression.Convert(value, property.PropertyType)), target, value).Compile();
    }
}
