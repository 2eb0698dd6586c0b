// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.backupstore;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * An upload in parts, since its length is not known before. A part is in memory, so parts are small at first; they grow, since
 * S3 takes no more than 10,000 of them: 16 MiB each for the first 5,000, then 32 MiB, so at most 234 GiB.
 */
final class S3Upload implements BackupStore.Upload {
    private static final int SMALL_PARTS = 5_000;
    private static final int SMALL = 16 * 1024 * 1024;
    private static final int LARGE = 2 * SMALL;

    private final S3Client client;
    private final String bucket;
    private final String name;
    private final String id;
    private final List<CompletedPart> parts = new ArrayList<>();
    private final Content content = new Content();
    private boolean isComplete;

    S3Upload(S3Client client, String bucket, String name) {
        this.client = client;
        this.bucket = bucket;
        this.name = name;
        this.id = client.createMultipartUpload(request -> request.bucket(bucket).key(name))
                .uploadId();
    }

    @Override
    public OutputStream content() {
        return content;
    }

    @Override
    public void complete() throws IOException {
        // Even of nothing there has to be one part.
        if (content.size() > 0 || parts.isEmpty()) {
            sendPart();
        }
        S3Store.asking(
                bucket,
                () -> client.completeMultipartUpload(request ->
                        request.bucket(bucket).key(name).uploadId(id).multipartUpload(upload -> upload.parts(parts))));
        isComplete = true;
    }

    @Override
    public void close() throws IOException {
        if (!isComplete) {
            // Parts of an upload that never ends cost as much as a backup.
            S3Store.asking(
                    bucket,
                    () -> client.abortMultipartUpload(
                            request -> request.bucket(bucket).key(name).uploadId(id)));
        }
    }

    private void sendPart() throws IOException {
        int number = parts.size() + 1;
        var bytes = content.toByteArray();
        var answer = S3Store.asking(
                bucket,
                () -> client.uploadPart(
                        request -> request.bucket(bucket).key(name).uploadId(id).partNumber(number),
                        RequestBody.fromBytes(bytes)));
        parts.add(CompletedPart.builder().partNumber(number).eTag(answer.eTag()).build());
        content.reset();
    }

    private int partSize() {
        return parts.size() < SMALL_PARTS ? SMALL : LARGE;
    }

    /** Gathers a part. */
    private final class Content extends OutputStream {
        private final ByteArrayOutputStream part = new ByteArrayOutputStream(SMALL);

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            part.write(bytes, offset, length);
            if (part.size() >= partSize()) {
                sendPart();
            }
        }

        private int size() {
            return part.size();
        }

        private byte[] toByteArray() {
            return part.toByteArray();
        }

        private void reset() {
            part.reset();
        }
    }
}
