namespace Stepwise.Benchmarks.Projects;

/// <summary>A class that no generator looks at.</summary>
internal static class OrdinarySource
{
    public static SourceTemplate Template { get; } = new("""
        using System;
        using System.Collections.Generic;

        namespace Ordinary__INDEX__;

        /// <summary>Keeps the orders of one customer.</summary>
        public sealed class OrderBook
        {
            private readonly Dictionary<string, decimal> totals = new(StringComparer.Ordinal);

            // Revision __COMMENT__
            public int Count => totals.Count;

            [Obsolete("Use Add with a currency.")]
            public void Add__SIGNATURE__(string order, decimal total) => totals[order] = total;

            public decimal Total()
            {
                var sum = 0m;
                foreach (var pair in totals)
                {
                    sum += pair.Value;
                }

                return sum + __BODY__;
            }

            public IEnumerable<string> Larger(decimal limit)
            {
                foreach (var pair in totals)
                {
                    if (pair.Value > limit)
                    {
                        yield return pair.Key;
                    }
                }
            }
        }
        """);
}
