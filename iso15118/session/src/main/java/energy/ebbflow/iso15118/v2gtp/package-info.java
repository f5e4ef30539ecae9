/**
 * The V2G transfer protocol: the eight-byte header in front of every message (ISO 15118-2 7.8.3,
 * ISO 15118-20 7.8.3). Every length is checked before anything is allocated for it.
 */
@NullMarked
package energy.ebbflow.iso15118.v2gtp;

import org.jspecify.annotations.NullMarked;
