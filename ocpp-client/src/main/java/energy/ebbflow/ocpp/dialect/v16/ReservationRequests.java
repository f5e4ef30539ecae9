package energy.ebbflow.ocpp.dialect.v16;

import energy.ebbflow.ocpp.dialect.Reply;
import energy.ebbflow.ocpp.dialect.Requests;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.reservation.Reservation;
import energy.ebbflow.ocpp.v16.core.Verdict;
import energy.ebbflow.ocpp.v16.reservation.CancelReservation;
import energy.ebbflow.ocpp.v16.reservation.ReserveNow;
import java.time.Instant;
import java.util.Optional;

/** Reservations in 1.6 (5.3, 5.13); connector 0 is whichever is free. */
final class ReservationRequests {
  private final Requests requests;
  private final Station station;

  ReservationRequests(Requests requests, Station station) {
    this.requests = requests;
    this.station = station;
  }

  void register() {
    requests.on(ReserveNow.ACTION, this::reserve);
    requests.on(
        CancelReservation.ACTION,
        (request, now) ->
            requests.reply(
                new CancelReservation.Response(
                    station.reservations().cancel(request.reservationId())
                        ? Verdict.ACCEPTED
                        : Verdict.REJECTED)));
  }

  private Reply reserve(ReserveNow.Request request, Instant now) {
    if (request.connectorId() < 0) {
      return requests.reply(new ReserveNow.Response(ReserveNow.Status.REJECTED));
    }
    return requests.reply(
        new ReserveNow.Response(
            switch (station
                .reservations()
                .reserve(
                    new Reservation(
                        request.reservationId(),
                        request.connectorId(),
                        Optional.empty(),
                        new IdToken(request.idTag(), ""),
                        request.parentIdTag(),
                        request.expiryDate()),
                    now)) {
              case ACCEPTED -> ReserveNow.Status.ACCEPTED;
              case FAULTED -> ReserveNow.Status.FAULTED;
              case OCCUPIED -> ReserveNow.Status.OCCUPIED;
              case REJECTED -> ReserveNow.Status.REJECTED;
              case UNAVAILABLE -> ReserveNow.Status.UNAVAILABLE;
            }));
  }
}
