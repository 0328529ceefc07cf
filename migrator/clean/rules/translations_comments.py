"""What comment forms say, in many languages.

The strings are those of the translations of WordPress and Jetpack.
"""

from __future__ import annotations

from migrator.clean.wording import wording

LEAVE_A_REPLY = wording(
    """
    أضف تعليق | Вашият коментар | Deixa un comentari | وەڵامێک بنووسە | Napsat komentář | Gadael Ymateb |
    Skriv et svar | Hinterlasse eine Antwort | Agregar un comentario | Deja un comentario | Agregue un comentario |
    Lisa kommentaar | Utzi erantzuna | پاسخ دهید | Laisser un commentaire | Fàg freagairt | Deixa unha resposta |
    כתיבת תגובה | MINDEN VÉLEMÉNY SZÁMÍT! | Tinggalkan Balasan | Lascia un Commento | コメントを残す |
    Maringi Balesan | კომენტარის დატოვება | 댓글 남기기 | Напишете коментар | Tinggalkan Jawapan |
    Legg igjen et svar | Geef een reactie | Dodaj komentarz | Deixe um Comentário | Deixar uma resposta |
    Lasă un răspuns | Добавить комментарий | ප්‍රතිචාරයක් ලබාදෙන්න | Pridaj komentár | Dodaj odgovor |
    Lini një Përgjigje | Оставите одговор | Kantunkeun Balesan | Toa Jibu | மறுமொழியொன்றை இடுங்கள் |
    Bir Cevap Yazın | جاۋاب يېزىش | Напишіть відгук | Gửi phản hồi | 发表评论 | 發表迴響 | Lewer kommentaar |
    اترك رد | Bir cavab yazın | Kommentar verfassen | پاسخی بگذارید | Deixar unha resposta |
    Minden vélemény számít! | Skildu eftir svar | Parašykite komentarą | Legg inn en kommentar | Legg att eit svar |
    Deixe uma resposta | جواب دیجئے | Schreibe einen Kommentar | Kommentar verfassen
    """
)
"""What says "Leave a Reply"."""

CANCEL_REPLY = wording(
    """
    إلغاء الرد | Отказ | Poništi odgovor | Cancel·la les respostes | هەڵوەشاندنەوەی وەڵام |
    Zrušit odpověď na komentář | Diddymu ymateb | Annuller svar | Antworten abbrechen | Ακύρωση απάντησης |
    Nuligi respondon | Cancelar respuesta | Tühista vastus | Utzi erantzuna | لغو پاسخ | Peruuta vastaus |
    Annuler la réponse. | Sguir dhen fhreagairt | Cancelar a resposta | לבטל | Otkaži odgovor |
    Kilépés a válaszból | Membatalkan balasan | Annulla risposta | コメントをキャンセル | Ora Sido Mbalesi |
    კომენტარის გაუქმება | 응답 취소 | Atcelt atbildi | Откажи одговор | Avbryt svar | Reactie annuleren |
    Anuluj pisanie odpowiedzi | Cancelar resposta | Отменить ответ | Zrušiť odpoveď | Prekini odgovor |
    Anuloje përgjigjen | Одустани од одговора | மறுமொழியை நிராகரி | ยกเลิกการตอบ | Cevabı iptal et |
    جاۋابنى بىكار قىلىش | Скасувати відповідь | 取消回复 | 取消回覆 | Antworten abbrechen | Antwort abbrechen |
    Annuler la réponse | Отменить ответ
    """
)
"""What says "Cancel reply"."""

EMAIL_STAYS_PRIVATE = wording(
    """
    لن يتم نشر عنوان بريدك الإلكتروني. | Вашият email адрес няма да бъде публикуван |
    Vaša email adresa neće biti objavljivana. | L'adreça electrònica no es publicarà |
    پۆستی ئەلکترۆنیکەت بڵاو ناکرێتەوە . | Vaše emailová adresa nebude zveřejněna. |
    Ni fydd eich cyfeiriad e-bost yn cael ei gyhoeddi. | Din e-mailadresse vil ikke blive offentliggjort. |
    Deine E-Mail-Adresse wird nicht veröffentlicht. | Η ηλ. διεύθυνσή σας δεν κοινοποιείται. |
    Retpoŝtadreso ne estos publikigita. | Su dirección de correo no se hará público. |
    Tu dirección de correo electrónico no será publicada. | Sinu e-postiaadressi ei avaldata. |
    Zure helbide elektronikoa ez da argitaratuko. | نشانی ایمیل شما منتشر نخواهد شد. |
    Sähköpostiosoitettasi ei julkaista. | Votre adresse de messagerie ne sera pas publiée. |
    Cha dèid an seòladh puist-dhealain agad fhoillseachadh. | O teu enderezo electrónico non se publicará |
    האימייל לא יוצג באתר. | Vaša adresa e-pošte neće biti objavljena. | Email cím (nem tesszük közzé) |
    Alamat surel Anda tidak akan dipublikasikan. | L'indirizzo email non verrà pubblicato. |
    メールアドレスが公開されることはありません。 | Alamat email sampeyan ora dijedulne utawa dikatonke. |
    თქვენი ელფოსტის მისამართი გამოქვეყნებული არ იყო. | 이메일은 공개되지 않습니다. |
    Jūsu e-pasta adrese netiks publicēta. | Вашата адреса за е-пошта нема да биде објавена. |
    Din e-postadresse vil ikke bli publisert. | Je e-mailadres wordt niet gepubliceerd. |
    Twój adres e-mail nie zostanie opublikowany. | O seu endereço de email não será publicado |
    O seu endereço de email não será publicado. | Ваш e-mail не будет опубликован. |
    Vaša e-mailová adresa nebude zverejnená. | Tvoja e-pošta ne bo objavljena. |
    Adresa juaj email nuk do të bëhet publike. | Ваша адреса е-поште неће бити објављена. |
    E-postadressen publiceras inte. | உங்கள் மின்னஞ்சல் வௌியிடப்பட மாட்டாது. | อีเมล์ของคุณจะไม่แสดงให้คนอื่นเห็น |
    E-posta hesabınız yayımlanmayacak. | ئېلېكتىرونلۇق خەت ئادرېسىڭىز ئاشكارىلانمايدۇ. |
    Ваша пошт@ не публікуватиметься. | 电子邮件地址不会被公开。 | 你的電子郵件位址並不會被公開。
    """
)
"""What says "Your email address will not be published."."""

REQUIRED_FIELDS = wording(
    """
    الحقول الإلزامية مشار إليها بـ * | Задължителните полета са отбелязани с * | Neophodna polja su označena sa * |
    Els camps necessaris estan marcats amb * | خانە پێویستەکان دەستنیشانکراون بە * |
    Vyžadované informace jsou označeny * | Mae'r meysydd gofynnol yn cael eu marcio * |
    Krævede felter er markeret med * | Erforderliche Felder sind markiert * |
    Τα υποχρεωτικά πεδία σημειώνονται με * | Devigaj kampoj estas markitaj * |
    Los campos requeridos están marcados * | Los campos necesarios están marcados * |
    Nõutavad väljad on tähistatud *-ga | Beharrezko eremuak * markatuta daude |
    بخش‌های موردنیاز علامت‌گذاری شده‌اند * | Pakolliset kentät on merkitty * |
    Les champs obligatoires sont indiqués avec * | Tha * ris na raointean a tha riatanach |
    Os campos obrigatorios están marcados con * | (*) שדות חובה מסומנים | Nužna polja su označena s * |
    A kötelezően kitöltendő mezőket * karakterrel jelöljük | Ruas yang wajib ditandai * |
    I campi obbligatori sono contrassegnati * | * が付いている欄は必須項目です | Ros sing kudu diisi ana tandane * |
    აუცილებელი ველები მონიშნულია * | 필수 입력창은 * 로 표시되어 있습니다. | Obligātie lauki ir atzīmēti kā * |
    Задолжителните полиња се означени со * | လိုအပ်ေသာ ကွက်လပ်များကို * ြဖင့်မှတ်သားထားသည် |
    Obligatoriske felt er merket med * | Verplichte velden zijn gemarkeerd met * |
    Pola, których wypełnienie jest wymagane, są oznaczone symbolem * | Campos obrigatórios são marcados * |
    Campos obrigatórios marcados com * | Обязательные поля помечены * | අතයවශ්‍ය ප්‍රෙද්ශ * ෙලස සටහන් කරන ලදී |
    Vyžadované polia sú označené * | Zahtevana polja so označena * | Fushat e domosdoshme janë shënuar me një * |
    Неопходна поља су означена * | Obligatoriska fält är märkta * | கட்டாயமான புலங்கள் * ஆக குறிக்கப்பட்டுள்ளன |
    ช่องที่ต้องการถูกทำเครื่องหมาย * | Gerekli alanlar * ile işaretlenmişlerdir |
    * بەلگىسى بارلارنى چوقۇم تولدۇرۇسىز | Обов’язкові поля позначені * | 必填项已用*标注 | 必要欄位標記為 *
    """
)
"""What says "Required fields are marked *"."""

MUST_LOG_IN = wording(
    """
    يجب أنت تكون مسجل الدخول لتضيف تعليق. | Трябва да влезете, за да публикувате коментар. |
    Morate biti prijavljeni da biste objavili komentar. | Heu d'iniciar la sessió per escriure un comentari. |
    پێویستە لە ژوورەوەبیت بۆ نووسینی لێدوانێک. | Pro přidání komentáře musíte být přihlášeni. |
    Rhaid bod wedi mewngofnodi i gofnodi sylw. | Du skal være logget ind for at skrive en kommentar. |
    Du musst angemeldet sein, um einen Kommentar abzugeben. | Για να σχολιάσετε πρέπει να συνδεθείτε. |
    Vi devas esti ensalutinta por rajti komenti. | Usted debe iniciar sesión para publicar un comentario. |
    Disculpa, debes iniciar sesión para escribir un comentario. | Vabandust, kommenteerimiseks pead sisse logima. |
    Iruzkinak bidaltzeko saioa hasi behar duzu. | ببخشید، برای نوشتن دیدگاه باید وارد بشوید |
    Sinun täytyy kirjautua sisään kommentoidaksesi. | Vous devez être connecté pour rédiger un commentaire. |
    Feumaidh tu logadh a-steach mus urrainn dhut beachd a phostadh. |
    Tes que iniciar sesión para publicar comentarios. | יש להתחבר למערכת כדי לכתוב תגובה. |
    Ukoliko želite ostaviti komentar, morate se prijaviti. | Hozzászólás küldéséhez be kell jelentkezni. |
    Anda harus masuk log untuk mengirim sebuah komentar. | Occorre aver fatto il login per inviare un commento |
    コメントを投稿するにはログインしてください。 | Sampeyan kudu mlebu log kanggo maringi pangalembana. |
    კომენტარის დასატოვებლად უნდა გაიაროთ ავტორიზაცია. | 죄송합니다,로그인을 해야 댓글을 남길 수 있습니다. |
    Lai komentētu, lietotājam jābūt pieteiktam sistēmā. | Мора да се пријавите за да испратите коментар. |
    Anda mesti log masuk terlebih dahulu untuk mengirim komen. |
    မှတ်ချက်ေရးရန် အသင်းဝင် အြဖစ် ဝင်ေရာက် ြပီးြဖစ်ရမည်။ | Du må være innlogget for å kunne kommentere. |
    Je moet inloggen om een reactie te kunnen plaatsen. | Musisz się zalogować, aby móc dodać komentarz. |
    Você precisa fazer o login para publicar um comentário. |
    Tem de ter a sessão iniciada para publicar um comentário. |
    Trebuie să fii autentificat pentru a publica comentarii. |
    Для отправки комментария вам необходимо авторизоваться. | Вы должны войти в систему для отправки комментария. |
    ඔබ ප්‍රතිචාර දැක්වීම සඳහා පිවිසිය යුතුය. | Prepáčte, ale pred zanechaním komentára sa musíte prihlásiť. |
    Za objavo komentarja se morate prijaviti. | Për të postuar një koment, duhet të jeni i futur. |
    Жао нам је, да би поставили коментар, морате бити пријављени. | Sadérék kedah lebet log kanggo ngiring mairan. |
    Du måste vara inloggad för att skriva en kommentar. | Ni lazima uingie ndani kutuma maoni. |
    ஒரு பின்னூட்டத்தை இட நீங்கள் கட்டாயம் உள்நுழைந்திருக்க வேண்டும். | คุณต้องเข้าสู่ระบบ เพื่อจะพิมพ์ความเห็น |
    Yorum yapabilmek için giriş yapmalısınız. | باھا يېزىش ئۈچۈن چوقۇم تىزىملىتىپ كىرىشىڭىز كېرەك. |
    Пробачте, щоб відправити коментар, маєте увійти в систему. | Bạn phải đăng nhập để gửi phản hồi. |
    要发表评论，您必须先登录。 | 抱歉，你必須要登入才能發表迴響喔！
    """
)
"""What says "You must be logged in to post a comment."."""

CLOSED = wording(
    """
    التعليقات مغلقة. | Коментари са забранени. | Komentari su isključeni. | Els comentaris estan tancats. |
    لێدووان داخراوە . | Komentáře nejsou povoleny. | Sylwadau ar gau. | Der er lukket for kommentarer. |
    Kommentare sind geschlossen. | Τα σχόλια είναι κλειστά. | Ne (plu) eblas komenti. |
    Los comentarios están cerrados. | Los Comentarios están cerrados. | Kommenteerimine on suletud. |
    Iruzkinak itxita daude. | دیدگاه‌ها بسته شده‌اند. | Kommentointi on suljettu. | Les commentaires sont fermés. |
    Tha na beachdan dùinte. | Os comentarios están pechados. | סגור לתגובות. | Komentari su zatvoreni. |
    Hozzászólások lehetősége itt nem engedélyezett. | Komentar ditutup. | I commenti sono chiusi. |
    コメントは停止中です。 | Pangalembana ditutup. | დისკუსია დახურულია. | 댓글은 닫혔습니다. |
    Komentāri ir slēgti. | Коментарите се затворени. | မှတ်ချက်ေပးြခင်းကို ပိတ်ထားသည်။ | Kommentarer er stengt. |
    Reacties zijn gesloten. | Możliwość komentowania jest wyłączona. | Os comentários estão fechados. |
    Обсуждение закрыто. | ප්‍රතිචාර වසා ඇත | Komentáre sú uzavreté. | Komentiranje zaprto. |
    Komentet janë të mbyllura. | Затворено за коментаре. | Kommentarer inaktiverade. |
    பின்னூட்டங்கள் மூடப்பட்டுள்ளது. | Yorumlar kapalı. | باھا يېزىش چەكلەنگەن. | Коментувати не дозволено. |
    评论已关闭。 | 迴響已關閉。
    """
)
"""What says "Comments are closed."."""

NOTIFY_ME = wording(
    """
    Stel my in kennis van nuwe kommentaar per e-pos. | أعلمني بمتابعة التعليقات بواسطة البريد الإلكتروني. |
    E-poçt ilə izlənən şərhləri mənə bildir. | Obavijesti me o narednim komentarima putem emaila. |
    Aviseu-me del seguiment dels comentaris per correu. | ئاگادارم بکەرەوە لە سەرنجەکانی داهاتوو بە ئیمەیڵ. |
    Informujte mě o nových komentářích emailem. | Informer mig om nye kommentarer via e-mail. |
    Benachrichtige mich über nachfolgende Kommentare via E-Mail. |
    Επιθυμώ να λαμβάνω ειδοποιήσεις για νέα σχόλια μέσω email. |
    Recibir un email con los siguientes comentarios a esta entrada. |
    مرا از دیدگاه‌های پس از این با رایانامه آگاه کن. | Ilmoita sähköpostilla tulevista kommenteista. |
    Prévenez-moi de tous les nouveaux commentaires par e-mail. | הודע לי על תגובות נוספות באמצעות המייל. |
    Email értesítőt kérek, ha további hozzászólás érkezik a bejegyzéshez. |
    Beritahu saya akan tindak lanjut komentar melalui surel. |
    Avvertimi via e-mail in caso di risposte al mio commento. | 新しいコメントをメールで通知 |
    댓글 알림 이메일 받기 | Pranešti apie naujus komentarus elektroniniu paštu. |
    Maklumkan komen-komen susulan melalui e-mail. | Varsle meg om senere kommentarer via epost. |
    Stuur mij een e-mail als er nieuwe reacties zijn. | Powiadom mnie o kolejnych komentarzach przez email. |
    Avise-me sobre comentários seguintes por email. | Quero ser notificado de comentários adicionais por email. |
    Anunță-mă prin e-mail despre comentariile făcute. | Уведомить меня о новых комментариях по email. |
    Upozorniť ma na nadväzujúce komentáre emailom. |
    V primeru odziva na moj komentar, me obvesti po elektronski pošti. | Njoftomë me email për komentet vijuese. |
    Meddela mig om nya kommentarer via e-post. | Beni sonraki yorumlar için e-posta ile bilgilendir. |
    通过邮件通知我后续评论 | 用電子郵件通知我後續的迴響。 | Stel my in kennis van nuwe artikels per e-pos. |
    أعلمني بالمواضيع الجديدة بواسطة البريد الإلكتروني. | Yeni yazıları mənə e-poçt ilə bildir. |
    Obavijesti me o novim člancima pomoću emaila. | Notifica'm per correu electrònic si hi ha entrades noves. |
    .ئاگادارم بکەرەوە لە بابەتە نوێکان بە ئیمەیڵ | Informujte mě o nových příspěvcích emailem. |
    Giv besked om nye indlæg via e-mail. | Benachrichtige mich über neue Beiträge via E-Mail. |
    Επιθυμώ να λαμβάνω ειδοποιήσεις για νέα άρθρα μέσω email. | Recibir un email con cada nueva entrada. |
    مرا از نوشته‌های تازه با رایانامه آگاه کن. | Ilmoita sähköpostilla uusista postauksista. |
    Prévenez-moi de tous les nouveaux articles par email. | הודע לי על פוסטים חדשים באמצעות המייל. |
    Email értesítőt kérek, ha új bejegyzés jelenik meg az oldalon. |
    Beritahu saya akan tulisan baru melalui surel. | Avvertimi via e-mail alla pubblicazione di un nuovo articolo |
    新しい投稿をメールで受け取る | 새 글 알림 이메일 받기 | Pranešti apie naujus įrašus elektroniniu paštu. |
    Maklumkan kiriman susulan melalui e-mail. | Varsle meg om nye innlegg via epost. |
    E-mail me als er nieuwe berichten zijn. | Powiadom mnie o nowych wpisach przez email. |
    Avise-me sobre novas publicações por email. | Quero ser notificado de novos artigos por email. |
    Anunță-mă prin e-mail despre articole noi. | Уведомлять меня о новых записях почтой. |
    නවතම පළවීම් ගැන වි-තැපැල් මඟින් මා දැනුවත් කරන්න. | Upozorniť ma na nové články emailom |
    V primeru novega komentarja me obvesti po elektronski pošti. | Njoftomë me email për postimet e reja. |
    Meddela mig om nya inlägg via e-post. | Beni yeni yazılarda e-posta ile bilgilendir. | 通过邮件通知我有新文章 |
    新文章使用電子郵件通知我。 | Benachrichtigung bei weiteren Kommentaren per E-Mail senden. |
    Informiere mich über neue Beiträge per E-Mail. | Benachrichtige mich über nachfolgende Kommentare via E-Mail. |
    Benachrichtige mich über neue Beiträge via E-Mail.
    """
)
"""What says "Notify me of follow-up comments by email." and "Notify me of new posts by email."."""

REMEMBER_ME = wording(
    """
    Meinen Namen, E-Mail und Website in diesem Browser speichern, bis ich wieder kommentiere. | Meinen Namen, meine
    E-Mail-Adresse und meine Website in diesem Browser für die nächste Kommentierung speichern. |
    Meinen Namen, meine E-Mail-Adresse und meine Website in diesem Browser speichern, bis ich wieder kommentiere. |
    Meinen Namen, meine E-Mail-Adresse und meine Website in diesem Browser, für die nächste Kommentierung,
    speichern. | Сохранить моё имя, email и адрес сайта в этом браузере для последующих моих комментариев.
    """
)
"""What says "Save my name, email, and website in this browser for the next time I comment."."""

AKISMET = wording(
    """
    Diese Website verwendet Akismet, um Spam zu reduzieren. Erfahre mehr darüber, wie deine Kommentardaten
    verarbeitet werden. | Ce site utilise Akismet pour réduire les indésirables. En savoir plus sur comment les
    données de vos commentaires sont utilisées. |
    Este sitio usa Akismet para reducir el spam. Aprende cómo se procesan los datos de tus comentarios.
    """
)
"""What says "This site uses Akismet to reduce spam. Learn how your comment data is processed."."""

POST_COMMENT = wording(
    """
    إضافة تعليق | Коментиране | Objavi komentar | Envia un comentari | لێدوانێک بنووسە | Odeslat komentář |
    Cyhoeddi Sylw | Skriv kommentar | Kommentar abschicken | Υποβολή σχολίου | Afiŝi komenton |
    Publicar comentario | Saada kommentaar | Bidali iruzkina | فرستادن دیدگاه | Lähetä kommentti |
    Laisser un commentaire | Cuir am beachd | Enviar o comentario | להגיב | Hozzászólás küldése |
    Memberikan Komentar | Commento all'articolo | コメントを送信 | Maringi Pangalembana | კომენტარის გაგზავნა |
    댓글 달기 | Pievienot komentāru | Испрати коментар | Send kommentar | Reactie plaatsen | Opublikuj komentarz |
    Publicar comentário | Publicar Comentário | Отправить комментарий | Pridať komentár | Prispevaj komentar |
    Postoje Komentin | Предај коментар | Skicka kommentar | பின்னூட்டத்தை அளி | ความเห็นเรื่อง | Yorum gönder |
    باھا يوللاش | Додати коментар | 发表评论 | 張貼迴響 | Kommentar absenden
    """
)
"""What says "Post Comment"; words that mean something else elsewhere."""
