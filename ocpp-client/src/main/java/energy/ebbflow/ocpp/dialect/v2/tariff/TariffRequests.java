package energy.ebbflow.ocpp.dialect.v2.tariff;

import energy.ebbflow.ocpp.billing.Bill;
import energy.ebbflow.ocpp.billing.TariffShelf;
import energy.ebbflow.ocpp.billing.Tariffs;
import energy.ebbflow.ocpp.dialect.Reply;
import energy.ebbflow.ocpp.dialect.Requests;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.dialect.v2.Infos;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.tariff.TariffBook;
import energy.ebbflow.ocpp.tariff.TariffRules;
import energy.ebbflow.ocpp.v2.cost.CostUpdated;
import energy.ebbflow.ocpp.v2.tariff.ChangeTransactionTariff;
import energy.ebbflow.ocpp.v2.tariff.ClearTariffs;
import energy.ebbflow.ocpp.v2.tariff.GetTariffs;
import energy.ebbflow.ocpp.v2.tariff.SetDefaultTariff;
import energy.ebbflow.ocpp.v2.tariff.Tariff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tariffs and costs (block I). */
public final class TariffRequests {
  private final Requests requests;
  private final Station station;
  private final Tariffs tariffs;

  public TariffRequests(Requests requests, Station station) {
    this.requests = requests;
    this.station = station;
    this.tariffs = station.tariffs();
  }

  /** Takes its requests; 2.0.1 knows but one of them. */
  public void register() {
    requests.on(CostUpdated.ACTION, this::cost);
    if (requests.version() == WireVersion.V21) {
      requests.on(SetDefaultTariff.ACTION, this::set);
      requests.on(GetTariffs.ACTION, this::get);
      requests.on(ClearTariffs.ACTION, this::clear);
      requests.on(ChangeTransactionTariff.ACTION, this::change);
    }
  }

  private Reply cost(CostUpdated.Request request, Instant now) {
    tariffs.costs(request.transactionId(), request.totalCost());
    return requests.reply(new CostUpdated.Response());
  }

  private Reply set(SetDefaultTariff.Request request, Instant now) {
    Tariff tariff = request.tariff();
    if (!tariffs.enabled()) {
      return set(SetDefaultTariff.Status.REJECTED, "NotEnabled", "Enabled[Tariff] is false");
    }
    if (request.evseId() > 0 && !station.knowsEvse(request.evseId())) {
      // I07.FR.06.
      return set(SetDefaultTariff.Status.REJECTED, "UnknownEvse", "no EVSE " + request.evseId());
    }
    Optional<TariffRules.Refusal> refusal = TariffRules.check(tariff);
    if (refusal.isPresent()) {
      return switch (refusal.get().fault()) {
        case TOO_MANY_ELEMENTS ->
            set(SetDefaultTariff.Status.TOO_MANY_ELEMENTS, "TooManyElements", refusal.get().text());
        case INVALID -> set(SetDefaultTariff.Status.REJECTED, "InvalidValue", refusal.get().text());
      };
    }
    TariffBook book = tariffs.book(now);
    if (book.knows(tariff.tariffId())) {
      // I07.FR.04: a tariff with another content has another name.
      return set(
          SetDefaultTariff.Status.DUPLICATE_TARIFF_ID,
          "DuplicateTariffId",
          "clear it first, or give the new one another tariffId");
    }
    for (int evse : evses(request.evseId())) {
      book = book.with(evse, tariff, now);
      if (book.count(evse) > TariffBook.MAX_PER_EVSE) {
        return set(
            SetDefaultTariff.Status.REJECTED,
            "OutOfStorage",
            "at most " + TariffBook.MAX_PER_EVSE + " tariffs of one EVSE");
      }
    }
    tariffs.book(book);
    return requests.reply(
        new SetDefaultTariff.Response(SetDefaultTariff.Status.ACCEPTED, Optional.empty()));
  }

  private Reply set(SetDefaultTariff.Status status, String code, String text) {
    return requests.reply(new SetDefaultTariff.Response(status, Infos.info(code, text)));
  }

  private List<Integer> evses(int named) {
    return named > 0
        ? List.of(named)
        : IntStream.rangeClosed(1, tariffs.outlets()).boxed().toList();
  }

  private Reply get(GetTariffs.Request request, Instant now) {
    if (request.evseId() > 0 && !station.knowsEvse(request.evseId())) {
      return requests.reply(
          new GetTariffs.Response(
              GetTariffs.Status.REJECTED,
              Infos.info("UnknownEvse", "no EVSE " + request.evseId()),
              List.of()));
    }
    List<GetTariffs.Assignment> all = new ArrayList<>();
    List<TariffBook.Default> defaults = tariffs.book(now).chosen(List.of(), request.evseId());
    for (String id : defaults.stream().map(d -> d.tariff().tariffId()).distinct().toList()) {
      List<TariffBook.Default> same =
          defaults.stream().filter(d -> d.tariff().tariffId().equals(id)).toList();
      all.add(
          new GetTariffs.Assignment(
              id,
              GetTariffs.Kind.DEFAULT_TARIFF,
              same.getFirst().tariff().validFrom(),
              same.stream().map(TariffBook.Default::evse).toList(),
              List.of()));
    }
    drivers(all, request.evseId());
    return requests.reply(
        new GetTariffs.Response(
            all.isEmpty() ? GetTariffs.Status.NO_TARIFF : GetTariffs.Status.ACCEPTED,
            Optional.empty(),
            all));
  }

  /** I09: those in use with their outlets, those that wait for their user without. */
  private void drivers(List<GetTariffs.Assignment> all, int evse) {
    for (Bill bill : tariffs.open()) {
      if (bill.driverTariff() && (evse == 0 || bill.evse() == evse)) {
        bill.account()
            .tariff()
            .ifPresent(t -> all.add(driver(t, List.of(bill.evse()), bill.token())));
      }
    }
    if (evse == 0) {
      for (TariffShelf.Driver driver : tariffs.drivers()) {
        boolean runs =
            tariffs.open().stream().anyMatch(b -> b.token().equals(Optional.of(driver.token())));
        if (!runs && driver.tariff().isPresent()) {
          all.add(driver(driver.tariff().get(), List.of(), Optional.of(driver.token())));
        }
      }
    }
  }

  private static GetTariffs.Assignment driver(
      Tariff tariff, List<Integer> evses, Optional<IdToken> token) {
    return new GetTariffs.Assignment(
        tariff.tariffId(),
        GetTariffs.Kind.DRIVER_TARIFF,
        Optional.empty(),
        evses,
        token.map(IdToken::value).stream().toList());
  }

  private Reply clear(ClearTariffs.Request request, Instant now) {
    TariffBook book = tariffs.book(now);
    List<TariffBook.Default> gone = book.chosen(request.tariffIds(), request.evseId().orElse(0));
    tariffs.book(book.without(gone));
    List<ClearTariffs.Result> results =
        new ArrayList<>(
            gone.stream()
                .map(d -> d.tariff().tariffId())
                .distinct()
                .map(
                    id ->
                        new ClearTariffs.Result(
                            Optional.empty(), Optional.of(id), ClearTariffs.Status.ACCEPTED))
                .toList());
    request.tariffIds().stream()
        .distinct()
        .filter(id -> gone.stream().noneMatch(d -> d.tariff().tariffId().equals(id)))
        .map(id -> nothing(gone.isEmpty() ? Optional.empty() : Optional.of(id)))
        .limit(gone.isEmpty() ? 1 : Long.MAX_VALUE)
        .forEach(results::add);
    if (results.isEmpty()) {
      results.add(nothing(Optional.empty()));
    }
    return requests.reply(new ClearTariffs.Response(results));
  }

  private static ClearTariffs.Result nothing(Optional<String> id) {
    return new ClearTariffs.Result(Optional.empty(), id, ClearTariffs.Status.NO_TARIFF);
  }

  private Reply change(ChangeTransactionTariff.Request request, Instant now) {
    Tariff tariff = request.tariff();
    if (!tariffs.enabled()) {
      return changed(
          ChangeTransactionTariff.Status.REJECTED, "NotEnabled", "Enabled[Tariff] is false");
    }
    Optional<TariffRules.Refusal> refusal = TariffRules.check(tariff);
    if (refusal.isPresent()) {
      return refusal.get().fault() == TariffRules.Fault.TOO_MANY_ELEMENTS
          ? changed(
              ChangeTransactionTariff.Status.TOO_MANY_ELEMENTS,
              "TooManyElements",
              refusal.get().text())
          : changed(ChangeTransactionTariff.Status.REJECTED, "InvalidValue", refusal.get().text());
    }
    Optional<Bill> bill =
        tariffs.open().stream()
            .filter(b -> b.transaction().equals(request.transactionId()))
            .findFirst();
    if (bill.isEmpty()) {
      return changed(
          ChangeTransactionTariff.Status.TX_NOT_FOUND, "TxNotFound", "no such transaction runs");
    }
    Optional<String> currency = bill.get().account().tariff().map(Tariff::currency);
    if (currency.filter(c -> !c.equals(tariff.currency())).isPresent()) {
      // I11.FR.05.
      return changed(
          ChangeTransactionTariff.Status.NO_CURRENCY_CHANGE,
          "NoCurrencyChange",
          "the transaction is reckoned in " + currency.get());
    }
    tariffs.change(bill.get(), tariff, now);
    return requests.reply(
        new ChangeTransactionTariff.Response(
            ChangeTransactionTariff.Status.ACCEPTED, Optional.empty()));
  }

  private Reply changed(ChangeTransactionTariff.Status status, String code, String text) {
    return requests.reply(new ChangeTransactionTariff.Response(status, Infos.info(code, text)));
  }
}
