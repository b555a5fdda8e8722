namespace Stepwise.Benchmarks.Projects;

/// <summary>What a user of each compared generator writes, of a size that is usual there.</summary>
internal static class ComparedSources
{
    /// <summary>A context over the records of a workflow.</summary>
    public static SourceTemplate SerializerContext { get; } = new("""
        using System.Text.Json.Serialization;

        namespace Campaigns__INDEX__;

        [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
        [JsonSerializable(typeof(ValidationResult))]
        [JsonSerializable(typeof(DispatchResult))]
        [JsonSerializable(typeof(StatusResult))]
        [JsonSerializable(typeof(ReportResult))]
        public sealed partial class CampaignJson__INDEX__ : JsonSerializerContext
        {
            // Revision __COMMENT__
        }
        """);

    public static SourceTemplate Mapper { get; } = new("""
        using System;
        using System.Collections.Generic;
        using Riok.Mapperly.Abstractions;

        namespace Orders__INDEX__;

        public sealed record Address(string Street, string City, string Country);

        public sealed record Line(string Product, int Quantity, decimal Price);

        public sealed record Order(Guid Id, string Customer, Address Address, IReadOnlyList<Line> Lines, DateTimeOffset Created, bool IsPaid);

        public sealed record AddressDto(string Street, string City, string Country);

        public sealed record LineDto(string Product, int Quantity, decimal Price);

        public sealed record OrderDto(Guid Id, string Customer, AddressDto Address, IReadOnlyList<LineDto> Lines, DateTimeOffset Created, bool IsPaid);

        [Mapper]
        public static partial class OrderMapper
        {
            // Revision __COMMENT__
            public static partial OrderDto ToDto(Order order);

            public static partial Order FromDto(OrderDto order);
        }
        """);

    public static SourceTemplate ViewModel { get; } = new("""
        using System.Threading.Tasks;
        using CommunityToolkit.Mvvm.ComponentModel;
        using CommunityToolkit.Mvvm.Input;

        namespace Screens__INDEX__;

        public sealed partial class OrderViewModel : ObservableObject
        {
            // Revision __COMMENT__
            [ObservableProperty]
            [NotifyPropertyChangedFor(nameof(Title))]
            private string customer = "";

            [ObservableProperty]
            [NotifyCanExecuteChangedFor(nameof(SaveCommand))]
            private bool isValid;

            [ObservableProperty]
            private decimal total;

            [ObservableProperty]
            private int lines;

            public string Title => "Order of " + Customer;

            [RelayCommand(CanExecute = nameof(IsValid))]
            private async Task Save() => await Task.Yield();

            [RelayCommand]
            private void Reset() => Total = 0;
        }
        """);

    public static SourceTemplate RestClient { get; } = new("""
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Refit;

        namespace Clients__INDEX__;

        public sealed record Order(string Id, string Customer, decimal Total);

        public interface IOrders
        {
            // Revision __COMMENT__
            [Get("/orders")]
            Task<IReadOnlyList<Order>> List([Query] string? customer, CancellationToken cancellationToken);

            [Get("/orders/{id}")]
            Task<Order> Get(string id);

            [Post("/orders")]
            Task<Order> Create([Body] Order order);

            [Put("/orders/{id}")]
            Task<Order> Replace(string id, [Body] Order order);

            [Delete("/orders/{id}")]
            Task Delete(string id);
        }
        """);
}
