package energy.ebbflow.ocpp.dialect.v2;

import energy.ebbflow.ocpp.dialect.Reply;
import energy.ebbflow.ocpp.dialect.Requests;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.reservation.Reservation;
import energy.ebbflow.ocpp.v2.authorization.IdToken;
import energy.ebbflow.ocpp.v2.reservation.CancelReservation;
import energy.ebbflow.ocpp.v2.reservation.ReserveNow;
import java.time.Instant;
import java.util.Optional;

/** Reservations (block H). */
final class ReservationRequests {
  private final Requests requests;
  private final Station station;

  ReservationRequests(Requests requests, Station station) {
    this.requests = requests;
    this.station = station;
  }

  void register() {
    requests.on(ReserveNow.ACTION, this::reserve);
    requests.on(CancelReservation.ACTION, this::cancel);
  }

  private Reply reserve(ReserveNow.Request request, Instant now) {
    ReserveNow.Status status =
        switch (station
            .reservations()
            .reserve(
                new Reservation(
                    request.id(),
                    request.evseId().orElse(0),
                    request.connectorType(),
                    Tokens.of(request.idToken()),
                    request.groupIdToken().map(IdToken::idToken),
                    request.expiryDateTime()),
                now)) {
          case ACCEPTED -> ReserveNow.Status.ACCEPTED;
          case FAULTED -> ReserveNow.Status.FAULTED;
          case OCCUPIED -> ReserveNow.Status.OCCUPIED;
          case REJECTED -> ReserveNow.Status.REJECTED;
          case UNAVAILABLE -> ReserveNow.Status.UNAVAILABLE;
        };
    return requests.reply(new ReserveNow.Response(status, Optional.empty()));
  }

  private Reply cancel(CancelReservation.Request request, Instant now) {
    boolean done = station.reservations().cancel(request.reservationId());
    return requests.reply(
        new CancelReservation.Response(
            done ? CancelReservation.Status.ACCEPTED : CancelReservation.Status.REJECTED,
            done ? Optional.empty() : Infos.info("NotFound", "no such reservation")));
  }
}
